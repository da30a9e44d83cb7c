import Glibc
import HomesCore

/// What the commands print. Results go to standard output, everything else to standard error.
enum Output {
    /// Text for standard output. A reader that went away, or a full disk behind a redirection, ends
    /// the program with the fitting status.
    static func write(_ text: String) {
        guard let fault = put(text, STDOUT_FILENO) else { return }
        endProcess(with: fault == ENOSPC ? .diskFull : .cannotWrite)
    }

    /// A line for standard output.
    static func line(_ text: String) { write(text + "\n") }

    /// A line for standard error.
    static func complain(_ text: String) {
        _ = put(text + "\n", STDERR_FILENO)
    }

    /// Writes everything; the system's error number when it cannot.
    private static func put(_ text: String, _ descriptor: Int32) -> Int32? {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { return errno }
            bytes = bytes.dropFirst(max(0, count))
        }
        return nil
    }
}
