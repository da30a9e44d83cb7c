/// What can be wrong with a cell, a row or a whole file that is imported. The sentences say what
/// to correct and repeat nothing of the file: a cell may hold a name.
public enum ImportProblem: Equatable, Sendable {
    case fileIsEmpty
    case encoding(TextEncoding.Fault)
    case fileTooLarge
    case tooManyRows
    case tooManyColumns
    case cellTooLong
    case quoteNotClosed
    case textAfterQuote
    case tooManyFaults
    case unknownColumn
    case doubledColumn
    case missingColumn
    case cellBeyondHeading
    case hostile(HostileText.Forbidden)
    case missing
    case text(Phrase)
    case notADate
    case noSuchDay
    case needsDay
    case yearOutOfRange
    case notInList([Phrase])
    case homeCodeForm
    case notAnAmount
    case provinceNotInProgramme
    case unknownProvince
    case unknownCounty
    case countyOfAnotherProvince
    case endBeforeStart
    case recordVoided
    case twiceInFile(row: Int)
    case unknownHome
    case anotherHome
    case unknownRoom
    case unknownBed
    case personCodeForm
    case personCodeOfAnotherHome
    case personDiffers
    case severalPersons
    case roundedNumber
    case identity(IdentityFault)
    case numberSaysOtherwise
    case nameDiffers
    case numberUnderAnotherCode
    case exitBeforeEntry
    case inFuture
    case exitDateMissing
    case bornAfterEntry
    case alreadyThere
    case refused(Refusal)
    case notAllowed(Phrase)

    /// What is wrong and what to do.
    public var phrase: Phrase {
        switch self {
        case .encoding(let fault): fault.phrase
        case .hostile(let forbidden): forbidden.phrase
        case .text(let phrase), .notAllowed(let phrase): phrase
        case .identity(let fault): fault.message
        case .refused(let refusal): refusal.label
        case .notInList(let labels):
            Phrase("Not in the list. Write one of: ", "不在列表中。可填：")
                + Phrase.listed(labels)
        case .twiceInFile(let row):
            Phrase(
                "Row \(row) of this file says the same: leave one of the two.",
                "与本文件第\(row)行重复：请只留一行。")
        default: ofFile ?? ofCell ?? ofStay
        }
    }

    private var ofFile: Phrase? {
        let limits = CSVLimits.standard
        switch self {
        case .fileIsEmpty:
            return Phrase(
                "The file is empty: the first row names the columns.", "文件为空：第一行应为列名。")
        case .fileTooLarge:
            return Phrase(
                "The file is too large: at most \(limits.fileBytes >> 20) MB. Divide it.",
                "文件过大：最多 \(limits.fileBytes >> 20) MB。请分成几个文件。")
        case .tooManyRows:
            return Phrase(
                "More than \(limits.rows) rows. Divide the file.",
                "超过 \(limits.rows) 行。请分成几个文件。")
        case .tooManyColumns:
            return Phrase(
                "More than \(limits.columns) columns: is this the right file?",
                "超过 \(limits.columns) 列：请确认文件是否正确。")
        case .cellTooLong:
            return Phrase(
                "A cell of more than \(limits.fieldBytes >> 10) KB: look for a missing quotation mark.",
                "单元格超过 \(limits.fieldBytes >> 10) KB：请检查是否缺少引号。")
        case .quoteNotClosed:
            return Phrase("The quotation mark is never closed.", "引号没有结束。")
        case .textAfterQuote:
            return Phrase(
                "Text after the closing quotation mark: save the file again as CSV.",
                "结束引号之后还有文字：请重新另存为 CSV。")
        case .tooManyFaults:
            return Phrase(
                "There are more faults than are listed. Correct these first.",
                "错误过多，未全部列出。请先更正以上各条。")
        case .unknownColumn:
            return Phrase(
                "This column is not known: correct its heading or take it out.",
                "无法识别此列：请更正列名或删除该列。")
        case .doubledColumn:
            return Phrase("This column is there twice: leave one.", "此列重复：请只留一列。")
        case .missingColumn:
            return Phrase("This column is missing: add it.", "缺少此列：请补上。")
        default: return nil
        }
    }

    private var ofCell: Phrase? {
        switch self {
        case .cellBeyondHeading:
            Phrase(
                "A cell without a heading above it: is a comma too many in the row?",
                "单元格上方没有列名：该行是否多了逗号？")
        case .missing: Phrase("Nothing is written here: fill it in.", "此处为空：请填写。")
        case .notADate:
            Phrase("Not a date: write it like 2007-03-05.", "不是日期：请写成 2007-03-05。")
        case .noSuchDay:
            Phrase("There is no such day: check day and month.", "没有这一天：请检查月和日。")
        case .needsDay:
            Phrase("The day is needed here: write 2007-03-05.", "此处需具体到日：请写成 2007-03-05。")
        case .yearOutOfRange:
            Phrase("The year must be 1800 to 2199.", "年份应在1800至2199之间。")
        case .homeCodeForm:
            Phrase(
                "A home code is two letters, a hyphen and three digits: AH-014.",
                "编号为两个字母、连字符、三位数字：AH-014。")
        case .notAnAmount:
            Phrase(
                "Not an amount: write whole yuan a month like 690, an hour like 7 or 7.25.",
                "不是金额：月工资请写整数元，如 690；小时工资如 7 或 7.25。")
        case .provinceNotInProgramme:
            Phrase(
                "No province of the programme has this code or name: import the registry first.",
                "项目中没有此代码或名称的省份：请先导入名册。")
        case .unknownProvince:
            Phrase(
                "No province has this code (GB/T 2260): write it like 340000.",
                "没有此代码的省份（GB/T 2260）：请写成 340000。")
        case .unknownCounty:
            Phrase(
                "No county has this code (GB/T 2260, revisions 2002 to 2013).",
                "没有此代码的县区（GB/T 2260，2002至2013年版）。")
        case .countyOfAnotherProvince:
            Phrase("The county lies in another province.", "该县区不在此省。")
        case .endBeforeStart:
            Phrase("The end comes before the start. Correct the dates.", "结束早于开始。请更正日期。")
        case .recordVoided:
            Phrase(
                "This record was voided here. Choose another code.", "此记录已作废。请另用编号。")
        default: nil
        }
    }

    private var ofStay: Phrase {
        switch self {
        case .unknownHome:
            Phrase(
                "There is no home of this code: import the registry first.",
                "没有此编号的妇女之家：请先导入名册。")
        case .anotherHome:
            Phrase(
                "You import stays of your own home only. Choose a user of that home with --user.",
                "只能导入本家的住宿记录。请用 --user 指定该家的用户。")
        case .unknownRoom: Phrase("The home has no such room.", "该妇女之家没有此房间。")
        case .unknownBed: Phrase("The room has no such bed.", "该房间没有此床号。")
        case .personCodeForm:
            Phrase(
                "A person's code has at most 20 letters, digits and hyphens; one that begins like "
                    + "a home's has this home's beginning and up to 6 digits: AH014-0231.",
                "人员编号最多20个字母、数字和连字符；以妇女之家编号开头的须为本家，后接最多6位数字：AH014-0231。")
        case .personCodeOfAnotherHome:
            Phrase("This code cannot be used here. Choose another.", "此编号不能在此使用。请另选。")
        case .personDiffers:
            Phrase(
                "The person of this code is recorded differently: compare code and cell.",
                "该编号人员的记录与此不同：请核对编号和此格。")
        case .severalPersons:
            Phrase(
                "Several persons here have this name and birth date: give the personCode.",
                "有多人同名且同一出生日期：请填写人员编号。")
        case .roundedNumber:
            Phrase(
                "The spreadsheet has rounded the number: format the column as text and type it again.",
                "表格软件已将号码四舍五入：请把该列设为文本后重新输入。")
        case .numberSaysOtherwise:
            Phrase(
                "The identity number says another birth date: look at both again.",
                "与身份证号中的出生日期不同：请再核对。")
        case .nameDiffers:
            Phrase(
                "The identity number is recorded with another name: the stay goes to that person.",
                "此身份证号已登记为另一姓名：住宿记录归入该人员。")
        case .numberUnderAnotherCode:
            Phrase(
                "This home has the identity number under another code: perhaps one person twice.",
                "本家已有此身份证号，但编号不同：可能重复建档。")
        case .exitBeforeEntry:
            Phrase("The exit comes before the entry. Correct the dates.", "离开早于入住。请更正日期。")
        case .inFuture: Phrase("This date lies in the future. Correct it.", "日期在今天之后。请更正。")
        case .exitDateMissing:
            Phrase(
                "Only a stay that ended has this: fill in exitDate or empty the cell.",
                "只有已结束的住宿才填此项：请填写离开日期或清空此格。")
        case .bornAfterEntry:
            Phrase("She would be born after the entry. Correct it.", "出生晚于入住。请更正。")
        case .alreadyThere:
            Phrase(
                "This stay is already there: take the row out.", "此住宿记录已存在：请删除该行。")
        default: Phrase("This cell cannot be read.", "此格无法读取。")
        }
    }
}
