import ArgumentParser
import Glibc
import HomesCore

/// The program. Its words, like everything people read, are in both languages; the exit status of
/// every way it can end is a row of `ExitStatus`.
@main
struct Homes: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "homes",
            abstract: words(
                "Residents, beds, counselling and job placements of women's homes.",
                "妇女之家：入住、床位、咨询辅导与就业安置。"),
            discussion: ExitStatus.table,
            version: "0.1.0",
            subcommands: [
                OpenCommand.self, DemoCommand.self, InitCommand.self, ImportCommand.self,
                ReportCommand.self, CheckCommand.self, VerifyCommand.self, UserCommand.self,
                LockOutCommand.self, RecoverCommand.self, SharesCommand.self, PaperCommand.self,
                TerminalCommand.self,
            ],
            defaultSubcommand: OpenCommand.self)
    }

    /// Runs the command that the arguments name and ends the process with its status.
    static func main() {
        ProcessGuard.begin()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as CommandFailure {
            end(failure)
        } catch let error as StoreError {
            end(CommandFailure(error))
        } catch let code as ExitCode {
            fflush(nil)
            Glibc.exit(code.rawValue)
        } catch {
            endParsing(error)
        }
    }

    private static func end(_ failure: CommandFailure) -> Never {
        if let phrase = failure.phrase {
            Output.complain("homes: " + phrase(ProgramLanguage.current))
        }
        endProcess(with: failure.status)
    }

    /// Help that was asked for, or arguments that are wrong.
    private static func endParsing(_ error: any Error) -> Never {
        let message = HelpWords.translated(fullMessage(for: error), ProgramLanguage.current)
        if exitCode(for: error) == .success {
            Output.write(message + "\n")
            endProcess(with: .done)
        }
        Output.complain(message)
        endProcess(with: .usage)
    }
}
