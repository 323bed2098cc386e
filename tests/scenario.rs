//! The built-in scenarios, and what the checker says of broken ones.

use fog_of_peace::scenario::{self, Scenario, Severity};

#[test]
fn gulf_has_no_faults() {
    let origin = scenario::find("gulf").expect("gulf is built in");
    let (scenario, report) = scenario::check(&origin);
    assert_eq!(report.count(Severity::Error), 0, "{report}");
    assert!(scenario.is_some());
}

#[test]
fn a_scenario_that_is_not_there_is_missed_by_name() {
    let error = Scenario::load("gulff").expect_err("there is no gulff");
    assert_eq!(
        error.to_string(),
        "no scenario is called `gulff`, and there is no such folder; did you mean `gulf`?"
    );
}
