//! The command `fog-of-peace`.

fn main() -> std::process::ExitCode {
    fog_of_peace::cli::main()
}
