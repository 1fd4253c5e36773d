package org.superbill.billing.reference;

import java.time.MonthDay;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.superbill.events.CoverageChanged;
import org.superbill.events.Relationship;

/**
 * A coverage in the order in which payers pay by the usual rules, as far as what is known of it tells. Source: NAIC Coordination of Benefits Model Regulation (MDL-120), section 6; 42 CFR
 * 433.139 (Medicaid pays last); Medicare Secondary Payer Manual (CMS 100-05), chapter 1.
 *
 * @param kind SBR09 of its payer
 */
public record Benefit(CoverageChanged coverage, String kind) {
    private static final Set<String> LIABILITY = Set.of("WC", "AM", "LM");
    private static final Set<String> MEDICARE = Set.of("MA", "MB", "16");
    private static final String MEDICAID = "MC";
    private static final Set<String> OF_LAST_RESORT = Set.of("MC", "VA", "CH");

    private static final int OWN_PLAN = 1;
    private static final int PLAN_OF_ANOTHER = 2;
    private static final int OF_MEDICARE = 3;

    /** Who pays first comes first; whom no rule tells apart are equal but for how long they have been in effect. */
    public static final Comparator<Benefit> ORDER = Comparator.comparingInt(Benefit::rank)
            .thenComparing(Benefit::birthday)
            .thenComparing(benefit -> benefit.coverage().effectiveFrom());

    /**
     * Whether it pays before the other beyond doubt: whether an employer's plan pays before Medicare, or only supplements it, has to be asked, and which of two own plans is the older one
     * is no sure sign either.
     */
    public boolean surelyPaysBefore(Benefit other) {
        var ofMedicare = rank() == OF_MEDICARE || other.rank() == OF_MEDICARE;
        var ofPlan = isPlan() || other.isPlan();
        return !(ofMedicare && ofPlan)
                && (rank() < other.rank() || rank() == other.rank() && isOfEarlierBirthday(other));
    }

    /** Where both birthdays are known: the rule is about parents, and an unknown one is not late. */
    private boolean isOfEarlierBirthday(Benefit other) {
        return knownBirthday()
                .flatMap(own -> other.knownBirthday().map(own::isBefore))
                .orElse(false);
    }

    private boolean isPlan() {
        return rank() == OWN_PLAN || rank() == PLAN_OF_ANOTHER;
    }

    /** Lower pays earlier. */
    private int rank() {
        if (LIABILITY.contains(kind)) {
            return 0;
        }
        if (OF_LAST_RESORT.contains(kind)) {
            return kind.equals(MEDICAID) ? 5 : 4;
        }
        if (MEDICARE.contains(kind)) {
            return OF_MEDICARE;
        }
        return coverage.relationshipToSubscriber() == Relationship.self ? OWN_PLAN : PLAN_OF_ANOTHER;
    }

    private MonthDay birthday() {
        return knownBirthday().orElse(MonthDay.of(12, 31));
    }

    /** Of two parents' plans the one whose birthday is earlier in the year; the year of birth does not count. */
    private Optional<MonthDay> knownBirthday() {
        var subscriber = coverage.subscriber();
        return coverage.relationshipToSubscriber() == Relationship.child && subscriber != null
                ? Optional.ofNullable(subscriber.birthDate()).map(MonthDay::from)
                : Optional.empty();
    }

    /** Why it is where it is, in plain words. */
    public String why() {
        return switch (rank()) {
            case 0 -> "Whoever is liable for the injury pays before health plans";
            case OWN_PLAN -> "A plan pays for its own subscriber before plans of others";
            case PLAN_OF_ANOTHER ->
                coverage.relationshipToSubscriber() == Relationship.child
                        ? "Of parents' plans the one pays first whose subscriber's birthday is earlier in the year"
                        : "A plan pays for a dependent after the dependent's own plan";
            case OF_MEDICARE ->
                "Medicare pays after an employer's plan of someone who works; whether that is so has to be asked";
            case 4 -> "Programs of the Department of Veterans Affairs and of TRICARE pay after health plans";
            default -> "Medicaid pays last";
        };
    }
}
