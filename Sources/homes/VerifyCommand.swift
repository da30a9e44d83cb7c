import ArgumentParser
import Foundation
import HomesCore

/// `homes verify`: whether the journals are what was written, and all that was written.
struct VerifyCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: words(
                "Prove that no journal was changed, cut or put back.",
                "证明日志未被更改、截断或换回旧版。"),
            discussion: words(
                "Every entry is hashed anew. An anchor, kept on another disk or as ten words on "
                    + "paper, also shows whether an older file was put back.",
                "逐条重新计算散列值。另存他处的锚点文件，或抄在纸上的十个词，还能发现旧文件被换回。"))
    }

    @OptionGroup var signer: SignerOptions
    @OptionGroup var place: FolderOptions

    @Option(
        help: help(
            "Compare with this anchor, written before.", "与先前写出的锚点文件比较。", value: "file"))
    var anchor: String?

    @Option(
        name: .customLong("write-anchor"),
        help: help(
            "Write the ends of all journals into this file, once they are proved.",
            "验证无误后，把各日志末条写入此文件。", value: "file"))
    var written: String?

    func run() throws {
        let seen = try anchor.map(VerifyCommand.read)
        let store = try signer.open(try place.folder).store
        let proof = try store.proveJournals(against: seen)
        let language = ProgramLanguage.current
        for fault in proof.faults { Output.line(fault.phrase(language)) }
        let count = Phrase(
            "\(proof.entries) entries of \(proof.heads.count) journals. ",
            "\(proof.heads.count)本日志共\(proof.entries)条。")
        guard proof.faults.isEmpty else {
            Output.line(
                (count + Phrase("NOT as they were written.", "与写入时不符。"))(language))
            throw CommandFailure(.faultsFound, nil)
        }
        Output.line((count + Phrase("All as they were written.", "均与写入时一致。"))(language))
        let now = JournalAnchor(proof)
        if let written { try TextFile.write(now.text, to: written) }
        Output.line(
            Phrase("Anchor in words: ", "锚点词：")(language)
                + now.words(in: language).joined(separator: " "))
    }

    private static func read(_ path: String) throws -> JournalAnchor {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(
                .cannotRead,
                Phrase(
                    "The anchor file cannot be read. Look whether it is there.",
                    "锚点文件无法读取。请确认文件是否存在。"))
        }
        guard data.count < 1 << 20, let text = String(validating: data, as: UTF8.self),
            let anchor = JournalAnchor(text: text)
        else {
            throw CommandFailure(
                .damaged,
                Phrase(
                    "This is no anchor of Homes. Choose a file that --write-anchor has made.",
                    "这不是本程序的锚点文件。请选择由 --write-anchor 生成的文件。"))
        }
        return anchor
    }
}
