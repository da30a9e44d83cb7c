import ArgumentParser
import HomesCore

/// `homes paper SERIAL`: what a paper is that somebody found.
struct PaperCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "paper",
            abstract: words(
                "What the paper with a serial is: which sheet, when, by whom, until when.",
                "查流水号：是什么表单、何时由谁打印、有效至何时。"))
    }

    @OptionGroup var signer: SignerOptions
    @OptionGroup var place: FolderOptions

    @Argument(
        help: help(
            "The serial on the paper: AH-014/8123.", "表单上的流水号：AH-014/8123。", value: "serial"))
    var serial: String

    func run() throws {
        guard let serial = SheetSerial(serial) else {
            throw CommandFailure(
                .usage,
                Phrase(
                    "A serial is a home's code, a stroke and a number: AH-014/8123.",
                    "流水号由编号、斜线和数字组成：AH-014/8123。"))
        }
        let signed = try signer.open(try place.folder)
        let line = try signed.store.paper(serial, by: signed.signature)
        Output.line(
            line.phrase(offsetMinutes: signed.signature.offsetMinutes)(ProgramLanguage.current))
    }
}
