import HomesCore
