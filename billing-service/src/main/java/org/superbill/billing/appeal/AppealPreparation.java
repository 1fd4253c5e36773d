package org.superbill.billing.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.ClaimContents;
import org.superbill.billing.deadline.FilingLimits;
import org.superbill.billing.denial.AppealLevel;
import org.superbill.billing.denial.AppealTerm;
import org.superbill.billing.denial.DenialView;
import org.superbill.billing.denial.Denials;
import org.superbill.billing.ledger.Cents;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Caller;

/** Which refusals can be contested at which level, until when, and with what prospect. */
@ApplicationScoped
class AppealPreparation {
    private final AppealStore store;
    private final Denials denials;
    private final ClaimContents claims;
    private final PairIndicators pairs;
    private final FilingLimits limits;
    private final Caller caller;
    private final Clock clock;

    AppealPreparation(
            AppealStore store,
            Denials denials,
            ClaimContents claims,
            PairIndicators pairs,
            FilingLimits limits,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.denials = denials;
        this.claims = claims;
        this.pairs = pairs;
        this.limits = limits;
        this.caller = caller;
        this.clock = clock;
    }

    /** As {@link Appeals#prepare}, in its transaction. */
    Appeal prepare(List<UUID> denialIds, @Nullable UUID follows, @Nullable String argument, List<String> enclosures) {
        var contested = denialIds.stream().distinct().map(denials::get).toList();
        var first = contested.get(0);
        requireContestable(contested);
        var content = claims.content(first.claimId(), first.claimVersion());
        var today = today(content);
        var before = follows == null ? null : store.get(follows);
        var level = before == null ? AppealLevel.first(first.payerType()) : levelAfter(before, first);
        if (store.isContestedLocked(denialIds, level)) {
            throw notPossible("A denial is contested at this level already: %s".formatted(level.words()));
        }
        var due = before == null
                ? earliestDue(contested)
                : AppealTerm.of(level, first.payerId(), limits.inUse(caller.requireOrganization()))
                        .due(decidedOn(before));
        var amount =
                Cents.of(contested.stream().mapToLong(DenialView::amountCents).sum());
        requireAmount(level, amount, today);
        var appeal = new Appeal(
                new Appeal.Contest(first.claimId(), content.facts().patient().patientId(), amount, follows),
                level,
                due,
                argument == null || argument.isBlank() ? Arguments.of(first.category()) : argument,
                enclosures,
                advice(contested, content, due, today),
                caller.subject(),
                clock.instant());
        store.keep(appeal, contested.stream().map(DenialView::id).toList());
        return appeal;
    }

    private static void requireContestable(List<DenialView> contested) {
        if (contested.stream().map(DenialView::claimId).distinct().count() > 1) {
            throw notPossible("The denials are of several claims");
        }
        if (contested.stream().map(DenialView::claimVersion).distinct().count() > 1) {
            throw notPossible("The denials are of several versions of the claim");
        }
        if (contested.stream().anyMatch(DenialView::unprocessable)) {
            throw notPossible(
                    "The payer could not process the claim (MA130), which carries no right to appeal: correct it and send it as a new claim");
        }
        if (contested.stream().anyMatch(denial -> !denial.state().equals("open"))) {
            throw notPossible("A denial is not open any more");
        }
    }

    private static AppealLevel levelAfter(Appeal before, DenialView denial) {
        if (!before.claimId().equals(denial.claimId())) {
            throw notPossible("The appeal before is of another claim");
        }
        if (!before.state().isLost()) {
            throw notPossible("The appeal before is %s: the next level follows a lost one"
                    .formatted(before.state().wire()));
        }
        return before.level().next().orElseThrow(() -> notPossible("That was the last level"));
    }

    private static void requireAmount(AppealLevel level, Cents amount, LocalDate today) {
        var least = level.amountInControversy(today);
        if (amount.value() < least.value()) {
            throw notPossible(
                    "This level needs $%s in controversy, and it is $%s".formatted(least.dollars(), amount.dollars()));
        }
    }

    private static LocalDate earliestDue(List<DenialView> contested) {
        return contested.stream()
                .map(DenialView::appealDue)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElseThrow(() -> notPossible("The denial carries no last day of an appeal"));
    }

    private static LocalDate decidedOn(Appeal before) {
        var on = before.decidedOn();
        if (on == null) {
            throw notPossible("The appeal before is not decided");
        }
        return on;
    }

    private @Nullable String advice(List<DenialView> contested, ClaimContent content, LocalDate due, LocalDate today) {
        var reasons = new ArrayList<String>();
        AppealAdvice.against(contested.stream()
                        .map(denial -> new AppealAdvice.Contested(
                                denial.group(), denial.carc(), denial.rarcs(), pairIndicator(denial, content)))
                        .toList())
                .ifPresent(reasons::add);
        if (today.isAfter(due)) {
            reasons.add("The last day was %s: it will be dismissed unless a good cause for the delay is shown."
                    .formatted(due));
        }
        return reasons.isEmpty() ? null : String.join(" ", reasons);
    }

    /** The strictest of the pairs that NCCI has of it with another procedure of the same provider, on the days that both were given. */
    private Optional<String> pairIndicator(DenialView denial, ClaimContent content) {
        var lines = content.facts().encounter().lines();
        return lines.stream()
                .filter(line -> denial.lineNumber() != null && line.lineNumber() == denial.lineNumber())
                .flatMap(line -> lines.stream()
                        .filter(other ->
                                other.lineNumber() != line.lineNumber() && isOfSameProvider(line, other, content))
                        .flatMap(other -> pairs
                                .strictest(
                                        content.facts().isInstitutional(),
                                        line.procedureCode(),
                                        other.procedureCode(),
                                        later(line.serviceDate(), other.serviceDate()),
                                        earlier(lastDay(line), lastDay(other)))
                                .stream()))
                .min(Integer::compareTo)
                .map(String::valueOf);
    }

    /** A facility gives all of its services. */
    private static boolean isOfSameProvider(EncounterCoded.Line one, EncounterCoded.Line other, ClaimContent content) {
        return content.facts().isInstitutional() || practitioner(one, content).equals(practitioner(other, content));
    }

    private static UUID practitioner(EncounterCoded.Line line, ClaimContent content) {
        var own = line.practitionerId();
        return own == null ? content.facts().encounter().practitionerId() : own;
    }

    private static LocalDate lastDay(EncounterCoded.Line line) {
        var through = line.more().through();
        return through == null ? line.serviceDate() : through;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private LocalDate today(ClaimContent content) {
        return LocalDate.ofInstant(
                clock.instant(), ZoneId.of(content.facts().organization().timeZone()));
    }

    private static Problem notPossible(String why) {
        return new Problem(AppealProblem.APPEAL_NOT_POSSIBLE, why);
    }
}
