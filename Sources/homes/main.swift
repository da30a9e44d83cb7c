import HomesCore

print(CivilDate(dayNumber: 0).iso)
