import Vault

/// What is wrong with the sealed file or its keys, and what to do.
enum KeyWords {
    static func phrase(_ fault: VaultError) -> Phrase {
        switch fault {
        case .damaged(.page(let number)):
            Phrase(
                "Page \(number) of the data file is damaged or was exchanged. Nothing was changed. "
                    + "Restore the last backup into another folder and open that with --dir.",
                "数据文件第\(number)页已损坏或被调换，未作任何改动。请把最近的备份恢复到另一文件夹，再用 --dir 打开。")
        case .damaged(.mixture):
            Phrase(
                "Parts of the data file are of another day: somebody has put old pages back. "
                    + "Nothing was changed. Restore the last backup into another folder.",
                "数据文件中有旧页被换回，未作任何改动。请把最近的备份恢复到另一文件夹。")
        case .damaged(.journalRecord):
            Phrase(
                "What an interrupted save left behind is damaged. Copy the folder before anything "
                    + "else, then restore the last backup into another folder.",
                "中断的保存所留文件已损坏。请先复制整个文件夹，再把最近的备份恢复到另一文件夹。")
        case .noKeyFile:
            Phrase(
                "The key file beside the data file is missing. Put it back from the same backup; "
                    + "without it nobody can open the records.",
                "数据文件旁的密钥文件不见了。请从同一备份恢复；没有它谁也打不开记录。")
        case .keyFileDamaged:
            Phrase(
                "The key file is damaged. Put it back from the last backup.",
                "密钥文件已损坏。请从最近的备份恢复。")
        case .keyFileNewer:
            Phrase(
                "The key file was made by a newer version of Homes. Update Homes, then open it again.",
                "密钥文件由更新版本的程序生成。请先升级程序。")
        case .keyFileCost, .keyFileForged:
            Phrase(
                "The key file was changed by somebody without the key, or belongs to another data "
                    + "file. Put back both files of one backup.",
                "密钥文件被无密钥者改动，或属于另一数据文件。请把同一备份的两个文件一起恢复。")
        case .keyFileExists:
            Phrase(
                "There is a key file in this folder already. Choose another folder with --dir.",
                "此文件夹中已有密钥文件。请用 --dir 另选文件夹。")
        default:
            Phrase(
                "The sealed file cannot be opened on this computer. Please report this sentence.",
                "本机无法打开加密文件。请报告这句话。")
        }
    }
}
