//! What is told to a program, and what is not.

use crate::{FAIR, Outside, Who, game, sh};
use fog_of_peace::negotiator::bot_seed;
use fog_of_peace::rules::side::Side;

#[test]
fn the_seed_of_the_game_is_never_said() {
    let folder = tempfile::tempdir().unwrap();
    let heard = folder.path().join("heard");
    let listening = sh(&format!(
        r#"{FAIR} while read -r line; do printf '%s\n' "$line" >> {}; fair "$line"; done"#,
        heard.display()
    ));
    let seed = 0x1234_5678_9abc_def1_u64;
    let (played, _) = game([&Who::Staller, &listening], seed, &Outside::default());
    assert_eq!(played.forfeits[Side::Holder], None);
    let heard = std::fs::read_to_string(heard).unwrap().to_lowercase();
    let first: Vec<&str> = heard
        .lines()
        .map(|line| line.split(',').next().unwrap())
        .collect();
    assert_eq!(first[0], r#"{"t":"hello""#);
    assert_eq!(first[1], r#"{"t":"new""#);
    assert_eq!(
        first[first.len() - 2..],
        [r#"{"t":"end""#, r#"{"t":"quit"}"#]
    );
    for secret in [
        seed.to_string(),
        (seed as i64).to_string(),
        format!("{seed:x}"),
        format!("{:x}", seed.swap_bytes()),
        // The other's seed would tell what the other will do.
        bot_seed(seed, Side::Presser).to_string(),
    ] {
        assert!(!heard.contains(&secret), "{secret}");
    }
    assert!(heard.contains(&bot_seed(seed, Side::Holder).to_string()));
}
