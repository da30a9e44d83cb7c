import ArgumentParser
import HomesCore

/// `homes check`: the file and every rule of the data, in words.
struct CheckCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: words(
                "Check the file and every rule of the data.", "检查数据文件和每条数据规则。"))
    }

    @OptionGroup var signer: SignerOptions
    @OptionGroup var place: FolderOptions

    func run() throws {
        let store = try signer.open(try place.folder).store
        let findings = try store.check()
        let language = ProgramLanguage.current
        for rule in CheckFinding.rules {
            let broken = findings.filter { $0.rule.id == rule.id }
            if broken.isEmpty {
                Output.line(words("holds    ", "成立    ") + rule.title(language))
            } else {
                Output.line(words("BROKEN   ", "不成立  ") + rule.title(language))
                for finding in broken { Output.line("         " + finding.phrase(language)) }
            }
        }
        let count = CheckFinding.rules.count
        guard findings.isEmpty else {
            Output.line(
                Phrase(
                    "\(findings.count) findings in \(count) rules.",
                    "\(count)条规则中发现\(findings.count)处问题。")(language))
            throw CommandFailure(.faultsFound, nil)
        }
        Output.line(Phrase("All \(count) rules hold.", "\(count)条规则全部成立。")(language))
    }
}
