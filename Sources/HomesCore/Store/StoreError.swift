import Vault

/// Why the store did not do what it was asked. Never holds personal data.
public enum StoreError: Error, Equatable, Sendable {
    /// A rule of the schema or of an operation says no.
    case refused(Refusal)
    /// A rule of the law or of the house says no, in its own words.
    case notAllowed(Phrase)
    /// Somebody else changed the record since it was read.
    case changedMeanwhile(table: String, id: String)
    /// There is no such record, or it is not for this user: the answer is the same.
    case noSuchRecord
    /// Nobody has signed in.
    case locked
    /// A wrong password before: so many seconds until the next is tried.
    case waitBeforeTrying(seconds: Int)
    /// The key file is older than the sealed file.
    case oldKeys
    /// What is wrong with the sealed file or its keys.
    case keys(VaultError)
    /// Another program keeps the file busy for longer than we wait.
    case busy
    /// The disk is full.
    case diskFull
    /// The file or its folder cannot be written.
    case readOnly
    /// The file cannot be opened or read; the system's reason code.
    case cannotOpen(code: Int)
    /// The file is damaged, or is no SQLite file.
    case damaged
    /// The file was made by a newer program.
    case newerSchema(file: Int, program: Int)
    /// There is no programme in this folder yet.
    case noProgramme
    /// The disk failed: SQLite's code.
    case inputOutput(code: Int)
    /// A fault of this program: SQLite's code and the name of the operation.
    case unexpected(code: Int, during: String)

    /// What happened and what to do, for people.
    public var phrase: Phrase {
        switch self {
        case .refused(let refusal): refusal.label
        case .notAllowed(let phrase): phrase
        case .changedMeanwhile:
            Phrase(
                "NOT SAVED: somebody else changed this record meanwhile. Your text is kept; open "
                    + "the record again and compare.",
                "未保存：此记录刚被他人修改。您的文字已保留，请重新打开记录进行比对。")
        case .noSuchRecord:
            Phrase("There is no such record.", "没有这条记录。")
        case .locked: Phrase("Sign in first.", "请先登录。")
        case .waitBeforeTrying(let seconds):
            Phrase(
                "Wrong passwords were tried. Wait \(seconds) seconds, then try again.",
                "此前密码有误。请等待\(seconds)秒后再试。")
        case .oldKeys:
            Phrase(
                "The key file is older than the records: somebody has put an old one back. Put "
                    + "back both files of one backup, or call the administrator.",
                "密钥文件比记录旧，有人换回了旧文件。请把同一备份的两个文件一起恢复，或联系管理员。")
        case .keys(let fault): KeyWords.phrase(fault)
        case .busy:
            Phrase(
                "NOT SAVED: the file is busy in another window. Nothing is lost; press the key again.",
                "未保存：文件正被另一窗口占用。内容未丢失，请再按一次。")
        case .diskFull:
            Phrase(
                "NOT SAVED: the disk is full. Free some space, then save again; the text stays here.",
                "未保存：磁盘已满。请腾出空间后再保存；文字仍在此处。")
        case .readOnly:
            Phrase(
                "NOT SAVED: the data folder cannot be written. Ask whoever looks after this "
                    + "computer to give you write access, or choose another with --dir.",
                "未保存：数据文件夹不可写。请管理本机的人开放写权限，或用 --dir 另选文件夹。")
        case .cannotOpen(let code):
            Phrase(
                "The data file cannot be opened (code \(code)). Check the folder given with --dir.",
                "无法打开数据文件（代码 \(code)）。请检查 --dir 所指文件夹。")
        case .damaged:
            Phrase(
                "The data file is damaged or is not a Homes file. Nothing was changed. Restore the "
                    + "last backup into another folder and open that with --dir.",
                "数据文件已损坏或不是本程序的文件。未作任何改动。请把最近的备份恢复到另一文件夹，再用 --dir 打开。")
        case .newerSchema(let file, let program):
            Phrase(
                "This file was made by a newer version of Homes (\(file); this one writes "
                    + "\(program)). Nothing was changed. Update Homes, then open it again.",
                "此文件由更新版本的程序生成（\(file)，本程序为 \(program)）。未作任何改动。请先升级程序。")
        case .noProgramme:
            Phrase(
                "There is no programme in this folder. Run `homes` to set one up, `homes init` in "
                    + "a script, or `homes demo` to look around.",
                "此文件夹中没有项目。请运行 homes 进行设置，脚本中用 homes init，或用 homes demo 试用。")
        case .inputOutput(let code):
            Phrase(
                "NOT SAVED: the disk failed (code \(code)). Do not switch off; copy the folder, "
                    + "then tell whoever looks after this computer.",
                "未保存：磁盘出错（代码 \(code)）。请勿关机；先复制文件夹，再告知管理本机的人。")
        case .unexpected(let code, let operation):
            Phrase(
                "NOT SAVED: a fault of the program (code \(code), \(operation)). The text stays "
                    + "here; please report these two words.",
                "未保存：程序故障（代码 \(code)，\(operation)）。文字仍在此处，请报告这两项。")
        }
    }
}
