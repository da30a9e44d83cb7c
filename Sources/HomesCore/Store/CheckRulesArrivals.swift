extension CheckRule {
    /// The rules of reservations, absences and what is kept for residents.
    static let arrivals: [CheckRule] = [
        CheckRule(
            "reservationBed",
            Phrase("The bed of every reservation is held for it", "预约的床位均有对应预留"),
            Phrase("The bed of a reservation is not held, or is another home's", "预约的床位未预留或属他处"),
            CheckQuery(
                table: Reservation.table,
                sql: """
                    SELECT v.id FROM reservation v WHERE v.voidedAt IS NULL
                      AND v.holdId IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM bedStatusPeriod h JOIN bed b ON b.id = h.bedId
                          JOIN room r ON r.id = b.roomId
                        WHERE h.id = v.holdId AND h.bedId = v.bedId AND h.status = 'HELD'
                          AND h.voidedAt IS NULL AND r.homeId = v.homeId)
                    ORDER BY v.id
                    """)),
        CheckRule(
            "absenceStay", Phrase("Every absence lies within its stay", "外出均在住宿期间内"),
            Phrase("An absence lies outside its stay", "外出超出住宿期间"),
            CheckQuery(
                table: Absence.table,
                sql: """
                    SELECT a.id FROM absence a LEFT JOIN stay s
                      ON s.id = a.stayId AND s.voidedAt IS NULL AND s.state <> 'PLANNED'
                    WHERE a.voidedAt IS NULL AND (s.id IS NULL OR a.fromDay < s.entryDate
                      OR coalesce(a.toDay, '9999-12-31') > coalesce(s.exitDate, '9999-12-31'))
                    ORDER BY a.id
                    """)),
        CheckRule(
            "absenceOnce", Phrase("Nobody is out twice at once", "无人同时有两次外出"),
            Phrase("Two absences of one stay overlap", "同一次住宿的两次外出重叠"),
            CheckQuery(
                table: Absence.table,
                sql: """
                    SELECT DISTINCT a.id FROM absence a JOIN absence o
                      ON o.stayId = a.stayId AND o.id <> a.id AND o.voidedAt IS NULL
                    WHERE a.voidedAt IS NULL AND a.fromDay < coalesce(o.toDay, '9999-12-31')
                      AND o.fromDay < coalesce(a.toDay, '9999-12-31') ORDER BY a.id
                    """)),
        CheckRule(
            "papersAtHerWish", Phrase("Papers are kept only at her wish", "证件仅在本人自愿时保管"),
            Phrase("A paper is kept that she did not want to leave", "保管了本人不愿寄存的证件"),
            CheckQuery(
                table: Belonging.table,
                sql: """
                    SELECT id FROM belonging WHERE voidedAt IS NULL AND kind = 'DOCUMENT'
                      AND atHerWish <> '1' ORDER BY id
                    """)),
    ]
}
