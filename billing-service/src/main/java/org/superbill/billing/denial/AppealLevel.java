package org.superbill.billing.denial;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.superbill.billing.ledger.Cents;

/**
 * The levels of appeal of each kind of payer, in order. Medicare: 42 CFR 405.942, 405.962, 405.1014, 405.1102 and 405.1136; the
 * amounts in controversy (42 CFR 405.1006) by calendar year of filing: 88 FR 67297, 89 FR 76839, 90 FR 55869. Medicare Advantage:
 * 42 CFR 422.582. Others: 29 CFR 2560.503-1(h) and 45 CFR 147.136; a contract may give other days: {@link AppealTerm}.
 */
public enum AppealLevel {
    REDETERMINATION(PayerType.MEDICARE, 1, "redetermination by the contractor", 120, 60),
    RECONSIDERATION(PayerType.MEDICARE, 2, "reconsideration by a qualified independent contractor", 180, 60),
    HEARING(PayerType.MEDICARE, 3, "hearing before an administrative law judge", 60, 90),
    APPEALS_COUNCIL(PayerType.MEDICARE, 4, "review by the Medicare Appeals Council", 60, 90),
    FEDERAL_COURT(PayerType.MEDICARE, 5, "judicial review in a federal district court", 60, 0),

    PLAN_RECONSIDERATION(PayerType.MEDICARE_ADVANTAGE, 1, "reconsideration by the plan", 65, 60),
    INDEPENDENT_REVIEW_ENTITY(PayerType.MEDICARE_ADVANTAGE, 2, "review by the independent review entity", 60, 60),

    MEDICAID_PLAN_APPEAL(PayerType.MEDICAID, 1, "appeal to the plan or agency", 60, 30),
    STATE_FAIR_HEARING(PayerType.MEDICAID, 2, "state fair hearing", 120, 90),

    INTERNAL_APPEAL(PayerType.COMMERCIAL, 1, "internal appeal", 180, 60),
    SECOND_INTERNAL_APPEAL(PayerType.COMMERCIAL, 2, "second internal appeal", 60, 60),
    EXTERNAL_REVIEW(PayerType.COMMERCIAL, 3, "external review by an independent organization", 120, 45);

    /** A decision counts as received five days after its date, unless shown otherwise (42 CFR 405.942(a)(1)). */
    private static final int DAYS_OF_MAIL = 5;

    private final PayerType payerType;
    private final int number;
    private final String words;
    private final int daysToFile;
    private final int daysToDecide;

    AppealLevel(PayerType payerType, int number, String words, int daysToFile, int daysToDecide) {
        this.payerType = payerType;
        this.number = number;
        this.words = words;
        this.daysToFile = daysToFile;
        this.daysToDecide = daysToDecide;
    }

    /** In order. */
    public static List<AppealLevel> of(PayerType payerType) {
        return Arrays.stream(values())
                .filter(level -> level.payerType == payerType)
                .toList();
    }

    public static AppealLevel first(PayerType payerType) {
        return of(payerType).get(0);
    }

    public Optional<AppealLevel> next() {
        return Arrays.stream(values())
                .filter(level -> level.payerType == payerType && level.number == number + 1)
                .findFirst();
    }

    /** Whether no contract changes its days. */
    boolean isLaw() {
        return payerType == PayerType.MEDICARE;
    }

    /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such level */
    public static AppealLevel fromString(String wire) {
        return Arrays.stream(values())
                .filter(level -> level.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such level of appeal"));
    }

    /** The last day on which it may be filed. @param decided the date of the decision that is contested */
    public LocalDate due(LocalDate decided) {
        return decided.plusDays(payerType == PayerType.MEDICARE ? daysToFile + DAYS_OF_MAIL : daysToFile);
    }

    /** Why the last day is what it is, in a sentence. */
    public String basis() {
        return "Level %d, %s: %d days from the decision%s"
                .formatted(
                        number,
                        words,
                        daysToFile,
                        payerType == PayerType.MEDICARE ? " and %d for the mail".formatted(DAYS_OF_MAIL) : "");
    }

    /** When the payer should have decided; a court is given no date. */
    public Optional<LocalDate> decisionDue(LocalDate filed) {
        return daysToDecide == 0 ? Optional.empty() : Optional.of(filed.plusDays(daysToDecide));
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public PayerType payerType() {
        return payerType;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    /** What it is called, without an article. */
    public String words() {
        return words;
    }

    public int daysToFile() {
        return daysToFile;
    }

    /** What has to be at stake at least, by the calendar year in which it is filed; a later year than is known has the newest amount. */
    public Cents amountInControversy(LocalDate filed) {
        return switch (this) {
            case HEARING -> byYear(filed, 180_00, 190_00, 200_00);
            case FEDERAL_COURT -> byYear(filed, 1_840_00, 1_900_00, 1_960_00);
            default -> Cents.ZERO;
        };
    }

    private static Cents byYear(LocalDate filed, long in2024, long in2025, long in2026) {
        return Cents.of(filed.getYear() <= 2024 ? in2024 : filed.getYear() == 2025 ? in2025 : in2026);
    }
}
