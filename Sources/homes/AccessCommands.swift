import ArgumentParser
import HomesCore

/// `homes lock-out`: takes every user's access away, now.
struct LockOutCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lock-out",
            abstract: words(
                "Take everybody's access away, now; two recovery shares restore it.",
                "立即取消所有人的访问；两份恢复份额可恢复。"))
    }

    @OptionGroup var signer: SignerOptions
    @OptionGroup var place: FolderOptions

    func run() throws {
        let signed = try signer.open(try place.folder)
        try signed.store.lockOut(by: signed.signature)
        Output.line(
            words(
                "Nobody can sign in any more. The records are there; two recovery shares and "
                    + "`homes recover` restore access.",
                "现在任何人都无法登录。记录仍在；用两份恢复份额运行 homes recover 可恢复访问。"))
    }
}

/// `homes recover`: two shares give an administrator a new password.
struct RecoverCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "recover",
            abstract: words(
                "Restore access with two of the three recovery shares.",
                "用三份恢复份额中的两份恢复访问。"),
            discussion: words(
                "Each share is typed as its 20 words in one line, numbers or not, in either "
                    + "language; from a script, two lines on the descriptor of --shares-fd.",
                "每份按20个词输入一行，可带序号，中英文均可；脚本中由 --shares-fd 的描述符读取两行。"))
    }

    @Option(
        name: .customLong("user"),
        help: help(
            "Which administrator gets the password. Without it: the first.",
            "为哪位管理员恢复。不填则为第一位。", value: "name"))
    var userName: String?

    @Option(
        name: .customLong("shares-fd"),
        help: help(
            "Read the shares, two lines, from this descriptor.", "从此描述符读取两行份额。",
            value: "number"))
    var descriptor: Int32?

    @OptionGroup var place: FolderOptions

    func run() throws {
        let store = try FolderState.open(try place.folder)
        var shares: [ShareWords] = []
        while shares.count < 2 {
            guard let line = line(shares.count + 1) else {
                throw CommandFailure(
                    .refused,
                    Phrase(
                        "Two shares are needed. Type each as one line.", "需要两份份额，每份一行。"))
            }
            switch ShareWords.read(line) {
            case .success(let share): shares.append(share)
            case .failure(let fault):
                guard descriptor == nil else { throw CommandFailure(.refused, fault.phrase) }
                Output.complain(fault.phrase(ProgramLanguage.current))
            }
        }
        let issued = try store.recover(with: shares, userName: userName, at: SystemClock.now())
        Output.line(
            Phrase(
                "One-time password of \(issued.user.userName); choose your own at the sign-in:",
                "\(issued.user.userName)的一次性密码（登录时设定自己的密码）：")(ProgramLanguage.current))
        for line in PasswordProposal(issued.passphrase).lines { Output.line(line) }
    }

    private func line(_ number: Int) -> String? {
        if let descriptor { return PasswordEntry.line(from: descriptor) }
        let ask = Phrase(
            "Share \(number) of 2 (not shown): ", "第\(number)份，共2份（输入时不显示）：")
        return PasswordEntry.ask(ask(ProgramLanguage.current))
    }
}

/// `homes shares`: three new recovery shares.
struct SharesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "shares",
            abstract: words(
                "Print three new recovery shares; the old ones are worthless then.",
                "打印三份新的恢复份额；旧份额随即作废。"))
    }

    @OptionGroup var second: SecondOptions
    @OptionGroup var signer: SignerOptions
    @OptionGroup var place: FolderOptions

    func run() throws {
        let signed = try signer.open(try place.folder)
        guard let proof = try second.proof(signed) else {
            throw CommandFailure(StoreError.refused(.needsTwoPersons))
        }
        SharesCommand.write(
            try signed.store.newRecoveryShares(second: proof, by: signed.signature)
                .map { ShareWords($0) })
    }

    /// Prints shares, to be cut apart.
    static func write(_ shares: [ShareWords]) {
        let language = ProgramLanguage.current
        Output.line(
            words(
                "Three recovery shares; any two restore access. They are shown once. Give each to "
                    + "another person, on paper.",
                "三份恢复份额，任意两份即可恢复访问。只显示一次。请分别抄在纸上，交不同的人保管。"))
        for (index, share) in shares.enumerated() {
            Output.line("\n" + words("Share ", "份额 ") + "\(index + 1)/3")
            let words = share.words(language)
            for start in stride(from: 0, to: words.count, by: 5) {
                let row = words.indices.dropFirst(start).prefix(5).map { "\($0 + 1) \(words[$0])" }
                Output.line("  " + row.joined(separator: "  "))
            }
        }
    }
}
