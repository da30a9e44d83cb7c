import ArgumentParser
import Glibc
import HomesCore

/// How a command comes to a password: from a descriptor that a script opens, or typed unseen at the
/// terminal. Never from an argument or the environment, which others can read.
struct PasswordOptions: ParsableArguments {
    @Option(
        name: .customLong("password-fd"),
        help: help(
            "Read the password, one line, from this descriptor: 3 with 3<FILE.",
            "从此文件描述符读取一行密码，如 3，配合 3<文件。", value: "number"))
    var descriptor: Int32?

    /// The password of a user.
    ///
    /// - Throws: a sentence when nothing can be read and there is no terminal to ask at.
    func password(of userName: String) throws -> String {
        if let descriptor {
            guard let line = PasswordEntry.line(from: descriptor) else {
                throw CommandFailure(
                    .cannotRead,
                    Phrase(
                        "There is no password on the descriptor of --password-fd. Open it first: "
                            + "3<FILE --password-fd 3.",
                        "--password-fd 所指描述符没有内容。请先打开：3<文件 --password-fd 3。"))
            }
            return line
        }
        let ask = Phrase("Password of \(userName): ", "\(userName)的密码：")
        guard let typed = PasswordEntry.ask(ask(ProgramLanguage.current)) else {
            throw CommandFailure(
                .noTerminal,
                Phrase(
                    "There is no terminal to ask for the password. Give it with --password-fd.",
                    "没有可输入密码的终端。请用 --password-fd 提供。"))
        }
        return typed
    }
}

/// Reads lines that nobody else should see.
enum PasswordEntry {
    private static let mostBytes = 4_096

    /// A line from a descriptor, without its end; `nil` when there is none or it is no text.
    static func line(from descriptor: Int32) -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while bytes.count < mostBytes {
            let count = read(descriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            if count < 0 { return nil }
            if count == 0 { return bytes.isEmpty ? nil : text(bytes) }
            if byte == UInt8(ascii: "\n") { return text(bytes) }
            bytes.append(byte)
        }
        return nil
    }

    private static func text(_ bytes: [UInt8]) -> String? {
        let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes[...]
        return String(validating: line, as: UTF8.self)
    }

    /// Asks at the terminal, unseen; `nil` when there is none.
    static func ask(_ question: String) -> String? {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else { return nil }
        defer { close(terminal) }
        var old = termios()
        guard tcgetattr(terminal, &old) == 0 else { return nil }
        var unseen = old
        unseen.c_lflag &= ~tcflag_t(ECHO)
        unseen.c_lflag |= tcflag_t(ECHONL)
        // Unseen first: whoever types at the question must not be seen, nor lose a letter.
        guard tcsetattr(terminal, TCSAFLUSH, &unseen) == 0 else { return nil }
        defer { tcsetattr(terminal, TCSADRAIN, &old) }
        var text = Array(question.utf8)
        guard write(terminal, &text, text.count) == text.count else { return nil }
        return line(from: terminal)
    }
}

/// Who signs what a command does, and her password.
struct SignerOptions: ParsableArguments {
    @Option(
        name: .customLong("user"),
        help: help("Who signs; her password is asked.", "签名的用户；将要求输入其密码。", value: "name"))
    var userName: String

    @OptionGroup var password: PasswordOptions

    /// Opens the programme of a folder for the signer.
    ///
    /// - Parameter homeCode: In which home; needed only by those who work in several.
    func open(_ folder: String, home homeCode: String? = nil) throws -> SignedIn {
        let store = try FolderState.open(folder)
        let password = try password.password(of: userName)
        return try SignedIn(store, userName, password, home: homeCode)
    }
}

/// An open programme and the signature of whoever opened it.
struct SignedIn {
    let store: HomesStore
    let signature: Signature

    /// Opens a programme.
    ///
    /// - Throws: a sentence when she works in several homes and none of hers is named.
    init(
        _ store: HomesStore, _ userName: String, _ password: String, home homeCode: String? = nil
    ) throws {
        let account = try store.unlock(userName: userName, password: password)
        let wanted = homeCode?.uppercased()
        let homes = account.homes.filter { wanted == nil || $0.homeCode == wanted }
        guard !account.user.role.worksInAHome || account.homes.isEmpty || homes.count == 1 else {
            throw CommandFailure(
                .refused,
                Phrase(
                    "This user works in several homes, or not in that one. Name one of hers with "
                        + "--home.",
                    "此用户属于多家妇女之家，或不属于该家。请用 --home 指明其中一家。"))
        }
        let moment = try store.programme().moment(SystemClock.now())
        self.store = store
        signature = try store.signIn(
            account, homeId: homes.count == 1 ? homes[0].homeId : nil, at: moment
        ).signature
    }
}
