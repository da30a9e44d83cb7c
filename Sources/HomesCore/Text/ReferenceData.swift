import CReferenceData

/// The files of `data/`, compiled into the program: nothing is read from disk at run time and
/// nothing is parsed before it is asked for.
public enum ReferenceData {
    /// The bytes of a file of `data/`, e.g. `"pinyin.tsv"`, without a copy; they live as long as
    /// the program. Empty when there is no such file.
    public static func bytes(_ name: String) -> UnsafeRawBufferPointer {
        var index = 0
        while true {
            let file = homes_reference_file_at(index)
            guard let fileName = file.name else {
                return UnsafeRawBufferPointer(start: nil, count: 0)
            }
            if String(cString: fileName) == name {
                return UnsafeRawBufferPointer(start: file.bytes, count: file.count)
            }
            index += 1
        }
    }

    /// The text of a file of `data/`. For the small ones: it is copied.
    public static func text(_ name: String) -> String {
        String(validating: bytes(name), as: UTF8.self) ?? ""
    }
}
