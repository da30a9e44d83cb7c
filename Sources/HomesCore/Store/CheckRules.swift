extension CheckRule {
    static let integrity = CheckRule(
        "integrity", Phrase("The file is whole", "文件完整"),
        Phrase("The file is damaged. Restore the last backup.", "文件已损坏。请恢复最近的备份。"))
    static let schema = CheckRule(
        "schema", Phrase("No rule of the file was taken away", "文件中的规则齐全"),
        Phrase("A table, index or trigger is missing", "缺少数据表、索引或触发器"))
    static let references = CheckRule(
        "references", Phrase("Every record refers to records that exist", "所有引用均存在"),
        Phrase("A record refers to one that does not exist", "记录引用了不存在的记录"))
    static let codes = CheckRule(
        "codes", Phrase("Every coded answer is one of its list", "所有代码均在列表中"),
        Phrase("A code is in no list", "代码不在列表中"))
    static let counties = CheckRule(
        "counties", Phrase("Every county code is in GB/T 2260", "县级代码均见于 GB/T 2260"),
        Phrase("A county code is unknown", "县级代码不明"))
    static let searchKeys = CheckRule(
        "searchKeys", Phrase("Everybody can be found by her name", "按姓名都能查到本人"),
        Phrase("She may not be found by her name", "按姓名可能查不到此人"))
    static let tiling = CheckRule(
        "tiling", Phrase("Every night of every stay has one bed", "住宿的每一夜恰有一张床"),
        Phrase("A night of a stay has no bed, or two", "住宿中有一夜没有床位或有两张床位"))

    /// All rules, the file's own first.
    static let all: [CheckRule] =
        [integrity, schema, references, codes, counties, searchKeys, tiling] + stays + beds
        + arrivals + work + plans + casework + sharing + journal + files + watched

    /// Two ranges of nights that meet; empty ones meet nothing.
    private static func meet(_ a: String, _ b: String, _ from: String, _ to: String) -> String {
        let far = "'9999-12-31'"
        return """
            \(a).\(from) < coalesce(\(a).\(to), \(far)) AND \(b).\(from) < coalesce(\(b).\(to), \(far))
            AND \(a).\(from) < coalesce(\(b).\(to), \(far)) AND \(b).\(from) < coalesce(\(a).\(to), \(far))
            """
    }

    private static let stays: [CheckRule] = [
        CheckRule(
            "stayOrder", Phrase("No stay ends before it begins", "离开不早于入住"),
            Phrase("A stay ends before it begins, or its state is wrong", "离开早于入住，或状态有误"),
            CheckQuery(
                table: Stay.table,
                sql: """
                    SELECT id FROM stay WHERE voidedAt IS NULL AND (exitDate < entryDate
                      OR (state = 'CHECKED_OUT') <> (exitDate IS NOT NULL)) ORDER BY id
                    """)),
        CheckRule(
            "stayFuture", Phrase("No stay was recorded before it happened", "没有将来的入住或离开"),
            Phrase("A stay was recorded before it happened", "登记了将来的入住或离开"),
            CheckQuery(
                table: Stay.table,
                sql: """
                    SELECT s.id FROM stay s WHERE s.voidedAt IS NULL
                      AND max(coalesce(s.exitDate, ''), iif(s.state = 'PLANNED', '', s.entryDate))
                        > date(s.updatedAt,
                          (SELECT max(utcOffsetMinutes) FROM programme) || ' minutes')
                    ORDER BY s.id
                    """)),
        CheckRule(
            "stayOverlap", Phrase("Nobody has two stays at once", "无人同时有两次住宿"),
            Phrase("Two stays of one person overlap", "同一人的两次住宿重叠"),
            CheckQuery(
                table: Stay.table,
                sql: """
                    SELECT DISTINCT s.id FROM stay s JOIN stay o ON o.personId = s.personId
                      AND o.id <> s.id AND o.voidedAt IS NULL
                    WHERE s.voidedAt IS NULL AND s.entryDate < coalesce(o.exitDate, '9999-12-31')
                      AND o.entryDate < coalesce(s.exitDate, '9999-12-31') ORDER BY s.id
                    """)),
        CheckRule(
            "stayOperation", Phrase("Every stay lies within its home's dates", "住宿均在运营日期内"),
            Phrase("A stay lies outside its home's operating dates", "住宿超出运营日期"),
            CheckQuery(
                table: Stay.table,
                sql: """
                    SELECT s.id FROM stay s JOIN home h ON h.id = s.homeId
                    WHERE s.voidedAt IS NULL AND (s.entryDate < h.operatingStartDate
                      OR s.entryDate >= h.operatingEndDate OR s.exitDate > h.operatingEndDate)
                    ORDER BY s.id
                    """)),
        CheckRule(
            "stayOfCase", Phrase("Stay, case and person belong together", "住宿、个案与人员一致"),
            Phrase("A stay belongs to the case of another person or home", "住宿属于他人或他处的个案"),
            CheckQuery(
                table: Stay.table,
                sql: """
                    SELECT s.id FROM stay s JOIN "case" c ON c.id = s.caseId
                    WHERE s.voidedAt IS NULL AND c.personId <> s.personId ORDER BY s.id
                    """)),
        CheckRule(
            "stayInUse",
            Phrase("No stay belongs to what is void", "住宿所属的人员、个案和妇女之家均有效"),
            Phrase("A stay's person, case or home is void", "住宿所属的人员、个案或妇女之家已作废"),
            CheckQuery(
                table: Stay.table,
                sql: """
                    SELECT s.id FROM stay s JOIN person p ON p.id = s.personId
                      JOIN "case" c ON c.id = s.caseId JOIN home h ON h.id = s.homeId
                    WHERE s.voidedAt IS NULL AND (p.voidedAt IS NOT NULL
                      OR c.voidedAt IS NOT NULL OR h.voidedAt IS NOT NULL) ORDER BY s.id
                    """)),
        CheckRule(
            "motherHere", Phrase("A child in her mother's bed is there with her", "同床子女与母亲同在"),
            Phrase("A child sleeps in her mother's bed without her", "子女在母亲床位而母亲不在"),
            CheckQuery(
                table: BedAssignment.table,
                sql: """
                    SELECT a.id FROM bedAssignment a JOIN stay s ON s.id = a.stayId
                    WHERE a.voidedAt IS NULL AND a.withMother = 1 AND s.voidedAt IS NULL
                      AND a.fromNight < coalesce(a.toNight, '9999-12-31')
                      AND NOT EXISTS (SELECT 1 FROM bedAssignment m
                        WHERE m.stayId = s.motherStayId AND m.bedId = a.bedId
                          AND m.voidedAt IS NULL AND m.withMother = 0
                          AND m.fromNight <= a.fromNight
                          AND coalesce(m.toNight, '9999-12-31')
                            >= coalesce(a.toNight, '9999-12-31'))
                    ORDER BY a.id
                    """)),
    ]

    private static let beds: [CheckRule] = [
        CheckRule(
            "bedOnce", Phrase("No bed has two persons on one night", "同一夜一床一人"),
            Phrase("A bed has two persons on one night", "同一夜一床两人"),
            CheckQuery(
                table: BedAssignment.table,
                sql: """
                    SELECT DISTINCT a.id FROM bedAssignment a JOIN bedAssignment b
                      ON b.bedId = a.bedId AND b.id <> a.id AND b.voidedAt IS NULL
                        AND b.withMother = 0
                    WHERE a.voidedAt IS NULL AND a.withMother = 0
                      AND \(meet("a", "b", "fromNight", "toNight")) ORDER BY a.id
                    """)),
        CheckRule(
            "bedInventory", Phrase("Nobody sleeps in a bed outside its dates", "无人睡在册外床位"),
            Phrase("Somebody sleeps in a bed outside its inventory dates", "有人睡在册外床位"),
            CheckQuery(
                table: BedAssignment.table,
                sql: """
                    SELECT a.id FROM bedAssignment a JOIN bed b ON b.id = a.bedId
                    WHERE a.voidedAt IS NULL AND (a.fromNight < b.inventoryStartDate
                      OR coalesce(a.toNight, '9999-12-31')
                        > coalesce(b.inventoryEndDate, '9999-12-31'))
                    ORDER BY a.id
                    """)),
        CheckRule(
            "bedService", Phrase("Nobody sleeps in a bed out of service", "无人睡停用床位"),
            Phrase("Somebody sleeps in a bed out of service", "有人睡停用床位"),
            CheckQuery(
                table: BedAssignment.table,
                sql: """
                    SELECT DISTINCT a.id FROM bedAssignment a JOIN bedStatusPeriod b
                      ON b.bedId = a.bedId AND b.voidedAt IS NULL AND b.status <> 'HELD'
                    WHERE a.voidedAt IS NULL AND \(meet("a", "b", "fromNight", "toNight"))
                    ORDER BY a.id
                    """)),
        CheckRule(
            "bedStatusOnce", Phrase("No bed is held and closed at once", "床位状态不重叠"),
            Phrase("Two status periods of a bed overlap", "床位的两段状态重叠"),
            CheckQuery(
                table: BedStatusPeriod.table,
                sql: """
                    SELECT DISTINCT a.id FROM bedStatusPeriod a JOIN bedStatusPeriod b
                      ON b.bedId = a.bedId AND b.id <> a.id AND b.voidedAt IS NULL
                    WHERE a.voidedAt IS NULL AND \(meet("a", "b", "fromNight", "toNight"))
                    ORDER BY a.id
                    """)),
        CheckRule(
            "bedHome", Phrase("Everybody sleeps in the home of her stay", "床位与住宿同属一家"),
            Phrase("A bed is in another home than the stay", "床位与住宿不属同一家"),
            CheckQuery(
                table: BedAssignment.table,
                sql: """
                    SELECT a.id FROM bedAssignment a JOIN stay s ON s.id = a.stayId
                      JOIN bed b ON b.id = a.bedId JOIN room r ON r.id = b.roomId
                    WHERE a.voidedAt IS NULL AND r.homeId <> s.homeId ORDER BY a.id
                    """)),
        CheckRule(
            "bedInUse", Phrase("No night is in a bed or stay that is void", "床位使用所属的床位和住宿均有效"),
            Phrase("The bed, room or stay of a night is void", "某夜的床位、房间或住宿已作废"),
            CheckQuery(
                table: BedAssignment.table,
                sql: """
                    SELECT a.id FROM bedAssignment a JOIN stay s ON s.id = a.stayId
                      JOIN bed b ON b.id = a.bedId JOIN room r ON r.id = b.roomId
                    WHERE a.voidedAt IS NULL AND (s.voidedAt IS NOT NULL
                      OR b.voidedAt IS NOT NULL OR r.voidedAt IS NOT NULL) ORDER BY a.id
                    """)),
        CheckRule(
            "dropInBeds", Phrase("Drop-in homes have no beds", "日间之家没有床位"),
            Phrase("A drop-in home has a bed", "日间之家登记了床位"),
            CheckQuery(
                table: Bed.table,
                sql: """
                    SELECT b.id FROM bed b JOIN room r ON r.id = b.roomId
                      JOIN home h ON h.id = r.homeId
                    WHERE b.voidedAt IS NULL AND h.serviceMode = 'DROP_IN' ORDER BY b.id
                    """)),
    ]
}
