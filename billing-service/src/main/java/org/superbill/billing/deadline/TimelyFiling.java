package org.superbill.billing.deadline;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last day on which a payer must have received a claim. Pure.
 *
 * <p>Medicare takes what it has received within one calendar year of the service, corrected and secondary claims alike (42 CFR
 * 424.44(a); Medicare Claims Processing Manual, chapter 1, section 70); of what a facility bills over several days the last one counts. Its grace for weekends and holidays is not counted on.
 * Other payers say it in their contracts: what is entered for the payer and the type of claim, else the days of its profile. A
 * limit that counts from a remittance that is not there counts from the service, which is never too late.
 */
final class TimelyFiling {
    private TimelyFiling() {}

    /**
     * @param limit what is entered for the payer and the claim's type
     * @return nothing when the payer sets no limit
     */
    static @Nullable LocalDate lastDay(Filing filing, @Nullable FilingLimit limit) {
        if (filing.isMedicare()) {
            return filing.served().plusYears(1);
        }
        if (limit != null) {
            return first(filing, limit.countedFrom()).plusDays(limit.days());
        }
        return filing.profileDays() <= 0
                ? null
                : first(filing, byProfile(filing)).plusDays(filing.profileDays());
    }

    /** The last day with its reason. */
    static Optional<DeadlineOpening> deadline(Filing filing, @Nullable FilingLimit limit) {
        var last = lastDay(filing, limit);
        return last == null
                ? Optional.empty()
                : Optional.of(
                        new DeadlineOpening(DeadlineKind.TIMELY_FILING, filing.claimId(), last, basis(filing, limit)));
    }

    private static String basis(Filing filing, @Nullable FilingLimit limit) {
        if (filing.isMedicare()) {
            return "Medicare receives claims within one calendar year of the service (42 CFR 424.44)";
        }
        return limit != null
                ? basis("The payer's limit", filing, limit.days(), limit.countedFrom())
                : basis("The payer's profile,", filing, filing.profileDays(), byProfile(filing));
    }

    private static String basis(String source, Filing filing, int days, CountedFrom from) {
        return "%s for %s claims: %d days from the %s"
                .formatted(
                        source,
                        filing.claimType().wire(),
                        days,
                        countsFromRemittance(filing, from) ? "remittance" : "first service");
    }

    private static CountedFrom byProfile(Filing filing) {
        return filing.claimType() == ClaimType.SECONDARY ? CountedFrom.REMITTANCE : CountedFrom.SERVICE;
    }

    private static boolean countsFromRemittance(Filing filing, CountedFrom from) {
        return from == CountedFrom.REMITTANCE && filing.remittedOn() != null;
    }

    private static LocalDate first(Filing filing, CountedFrom from) {
        var remittedOn = filing.remittedOn();
        return from == CountedFrom.REMITTANCE && remittedOn != null ? remittedOn : filing.served();
    }
}
