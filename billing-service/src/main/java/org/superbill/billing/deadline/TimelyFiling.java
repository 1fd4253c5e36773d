package org.superbill.billing.deadline;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last day on which a payer must have received a claim. Pure.
 *
 * <p>Medicare takes what it has received within one calendar year of the service, corrected and secondary claims alike (42 CFR
 * 424.44(a); Medicare Claims Processing Manual, chapter 1, section 70). Its grace for weekends and holidays is not counted on.
 * Other payers say it in their contracts: what is entered for the payer and the type of claim, else the days of its profile. A
 * limit that counts from a remittance that is not there counts from the service, which is never too late.
 */
final class TimelyFiling {
    private TimelyFiling() {}

    /**
     * @param limit what is entered for the payer and the claim's type
     * @return nothing when the payer sets no limit
     */
    static Optional<DeadlineOpening> deadline(Filing filing, @Nullable FilingLimit limit) {
        if (filing.isMedicare()) {
            return Optional.of(opening(
                    filing,
                    filing.firstServiceDate().plusYears(1),
                    "Medicare receives claims within one calendar year of the service (42 CFR 424.44)"));
        }
        if (limit != null) {
            return Optional.of(counted(filing, limit.days(), limit.countedFrom(), "The payer's limit for %s claims"));
        }
        if (filing.profileDays() <= 0) {
            return Optional.empty();
        }
        var from = filing.claimType() == ClaimType.SECONDARY ? CountedFrom.REMITTANCE : CountedFrom.SERVICE;
        return Optional.of(counted(filing, filing.profileDays(), from, "The payer's profile, for %s claims"));
    }

    private static DeadlineOpening counted(Filing filing, int days, CountedFrom from, String source) {
        var remittedOn = filing.remittedOn();
        if (from == CountedFrom.REMITTANCE && remittedOn != null) {
            return counted(filing, days, remittedOn, source, "remittance");
        }
        return counted(filing, days, filing.firstServiceDate(), source, "first service");
    }

    private static DeadlineOpening counted(Filing filing, int days, LocalDate first, String source, String what) {
        return opening(
                filing,
                first.plusDays(days),
                "%s: %d days from the %s"
                        .formatted(source.formatted(filing.claimType().wire()), days, what));
    }

    private static DeadlineOpening opening(Filing filing, LocalDate dueOn, String basis) {
        return new DeadlineOpening(DeadlineKind.TIMELY_FILING, filing.claimId(), dueOn, basis);
    }
}
