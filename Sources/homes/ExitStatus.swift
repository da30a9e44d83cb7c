import Glibc
import HomesCore

/// How the program can end, as scripts see it.
enum ExitStatus: Int32, CaseIterable {
    case done = 0
    case faultsFound = 1
    case refused = 2
    case noProgramme = 3
    case cannotRead = 4
    case cannotWrite = 5
    case diskFull = 6
    case newerSchema = 7
    case damaged = 8
    case busy = 9
    case noTerminal = 10
    case diskFailed = 11
    case usage = 64
    case programFault = 70

    /// What the number means.
    var meaning: Phrase {
        switch self {
        case .done: Phrase("done", "完成")
        case .faultsFound: Phrase("the data has faults; they are listed", "数据有误，已逐条列出")
        case .refused: Phrase("a rule says no; nothing was changed", "规则不允许，未作改动")
        case .noProgramme: Phrase("there is no programme or no such record", "没有项目或没有这条记录")
        case .cannotRead: Phrase("a file or folder cannot be read", "文件或文件夹无法读取")
        case .cannotWrite: Phrase("a file or folder cannot be written", "文件或文件夹无法写入")
        case .diskFull: Phrase("the disk is full", "磁盘已满")
        case .newerSchema: Phrase("the file was made by a newer version", "文件由更新版本生成")
        case .damaged: Phrase("the file is damaged", "文件已损坏")
        case .busy: Phrase("another program keeps the file busy", "文件被其他程序占用")
        case .noTerminal:
            Phrase("no terminal, or one that cannot show screens", "没有终端，或终端不能显示界面")
        case .diskFailed: Phrase("the disk failed", "磁盘出错")
        case .usage: Phrase("the arguments are wrong", "参数有误")
        case .programFault: Phrase("a fault of the program", "程序故障")
        }
    }

    /// All of them, for `--help`.
    static var table: String {
        let title = words("Exit status:", "退出状态：")
        let rows = allCases.map { status in
            let number = String(status.rawValue)
            let space = String(repeating: " ", count: 3 - number.count)
            return "  \(space)\(number)  \(status.meaning(ProgramLanguage.current))"
        }
        return ([title] + rows).joined(separator: "\n")
    }
}

/// Why a command ends without having done what it was asked.
struct CommandFailure: Error {
    let status: ExitStatus
    /// The sentence on standard error; `nil` when the faults were printed already.
    let phrase: Phrase?

    init(_ status: ExitStatus, _ phrase: Phrase?) {
        self.status = status
        self.phrase = phrase
    }

    /// The store's error, with its own words.
    init(_ error: StoreError) {
        let status: ExitStatus =
            switch error {
            case .refused, .notAllowed, .changedMeanwhile, .locked, .waitBeforeTrying: .refused
            case .noSuchRecord, .noProgramme: .noProgramme
            case .busy: .busy
            case .diskFull: .diskFull
            case .readOnly: .cannotWrite
            case .cannotOpen: .cannotRead
            case .damaged, .keys, .oldKeys: .damaged
            case .newerSchema: .newerSchema
            case .inputOutput: .diskFailed
            case .unexpected: .programFault
            }
        self.init(status, CommandFailure.phrase(of: error) ?? error.phrase)
    }

    /// What the store says on a screen where text is kept and keys are pressed, said for a command;
    /// `nil` for what is the same in both.
    private static func phrase(of error: StoreError) -> Phrase? {
        switch error {
        case .diskFull:
            Phrase(
                "The disk is full; nothing was changed. Free some space, then run the command again.",
                "磁盘已满，未作任何改动。请腾出空间后重新运行。")
        case .busy:
            Phrase(
                "The file is busy in another program; nothing was changed. Run the command again.",
                "文件正被其他程序占用，未作任何改动。请重新运行。")
        case .readOnly:
            Phrase(
                "The data folder cannot be written; nothing was changed. Ask whoever looks after this "
                    + "computer to give you write access, or choose another with --dir.",
                "数据文件夹不可写，未作任何改动。请管理本机的人开放写权限，或用 --dir 另选文件夹。")
        case .unexpected(let code, let operation):
            Phrase(
                "A fault of the program (code \(code), \(operation)); nothing was changed. Please "
                    + "report these two words.",
                "程序故障（代码 \(code)，\(operation)），未作任何改动。请报告这两项。")
        default: nil
        }
    }
}

/// Ends the process; what is still in the output's buffer is written first.
func endProcess(with status: ExitStatus) -> Never {
    fflush(nil)
    Glibc.exit(status.rawValue)
}
