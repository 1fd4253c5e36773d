package org.superbill.x12.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import org.superbill.x12.Interchange;
import org.superbill.x12.Segment;

/** Names, numbers and dates that the generated files have in common. None of them is anybody's. */
final class Invented {
    static final LocalDateTime AT = LocalDateTime.of(2026, 3, 2, 9, 30);

    private static final String[] LAST = {
        "ABEL", "BAKER", "CHEN", "DIAZ", "EVANS", "FISCHER", "GARCIA", "O'NEIL", "ST. JOHN"
    };
    private static final String[] FIRST = {"ANN", "BO", "CARLA", "DEV", "ELI", "FAYE", "GUS", "HANA"};
    private static final String[] PROCEDURES = {"99213", "99214", "90471", "90658", "87070", "86663", "G0299"};
    private static final String[] DIAGNOSES = {"Z23", "J069", "I10", "E119", "M545", "R05", "N390", "F329"};

    private static final int NPI_WEIGHT = 24;

    private final Random random;

    Invented(Random random) {
        this.random = random;
    }

    static Interchange.Builder interchange() {
        return Interchange.builder()
                .sender("ZZ", "SUPERBILL")
                .receiver("ZZ", "PAYER")
                .at(AT)
                .controlNumber(1);
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    /** From 1. */
    int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    String last() {
        return pick(LAST);
    }

    String first() {
        return pick(FIRST);
    }

    String procedure() {
        return pick(PROCEDURES);
    }

    String diagnosis() {
        return pick(DIAGNOSES);
    }

    String pick(String... from) {
        return from[random.nextInt(from.length)];
    }

    String memberId() {
        return "M%08d".formatted(random.nextInt(100_000_000));
    }

    String street() {
        return (1 + random.nextInt(9999)) + " MAIN STREET";
    }

    /** With its check digit: Luhn's, over 80840 and the number. */
    String npi() {
        int number = 100_000_000 + random.nextInt(100_000_000);
        int sum = NPI_WEIGHT;
        boolean twice = true;
        for (int rest = number; rest > 0; rest /= 10) {
            int digit = rest % 10;
            int value = twice ? 2 * digit : digit;
            sum += value > 9 ? value - 9 : value;
            twice = !twice;
        }
        return number + String.valueOf((10 - sum % 10) % 10);
    }

    LocalDate birth() {
        return LocalDate.of(1940 + random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    /** In the month before the file is made. */
    LocalDate service() {
        return LocalDate.of(2026, 2, 1 + random.nextInt(25));
    }

    String sex() {
        return random.nextBoolean() ? "F" : "M";
    }

    /** Cents, from 10.00 to 410.00. */
    long charge() {
        return 1000 + random.nextInt(40_000);
    }

    /** A part of the amount, 0 to all of it. */
    long part(long amount) {
        return amount == 0 ? 0 : random.nextInt((int) amount);
    }

    static String dollars(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    static String date(LocalDate date) {
        return Segment.format(date);
    }
}
