package org.superbill.billing.feeschedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** What can be done with fee schedules; each public method is one transaction. */
@ApplicationScoped
public class FeeSchedules {
    private final FeeScheduleStore store;

    FeeSchedules(FeeScheduleStore store) {
        this.store = store;
    }

    /** @throws Problem {@code FEE_SCHEDULE_DUPLICATE}, {@code VALIDATION_FAILED} */
    @Transactional
    FeeSchedule create(FeeScheduleDetails details) {
        requireSound(details.contradictions());
        var id = Ids.next();
        if (!store.insert(id, details)) {
            throw duplicate();
        }
        return get(id);
    }

    /** @throws Problem {@code FEE_SCHEDULE_NOT_FOUND} */
    @Transactional
    FeeSchedule get(UUID id) {
        return store.find(id, false).orElseThrow(FeeSchedules::notFound);
    }

    @Transactional
    Page<FeeSchedule> list(PageRequest page) {
        return Page.of(store.list(page.after(), page.fetch()), page, FeeSchedule::id);
    }

    /** @throws Problem {@code FEE_SCHEDULE_NOT_FOUND}, {@code FEE_SCHEDULE_DUPLICATE}, {@code STALE}, {@code VALIDATION_FAILED} */
    @Transactional
    FeeSchedule replace(UUID id, FeeScheduleDetails details, @Nullable Revision expected) {
        var known = store.find(id, true).orElseThrow(FeeSchedules::notFound);
        Revision.requireMatch(expected, known.revision());
        requireSound(details.contradictions());
        if (!store.replace(id, details)) {
            throw duplicate();
        }
        return get(id);
    }

    /** What the schedules in force charge for each of the services, in one statement. */
    @Transactional
    public List<ChargeProposal> propose(@Nullable UUID payerId, List<ServiceToPrice> services) {
        if (services.isEmpty()) {
            return List.of();
        }
        var days = services.stream().map(ServiceToPrice::serviceDate).sorted().toList();
        var candidates = store.inForce(
                payerId,
                days.get(0),
                days.get(days.size() - 1),
                services.stream().map(ServiceToPrice::procedureCode).distinct().toList());
        return services.stream().map(service -> proposal(service, candidates)).toList();
    }

    /** The payer's own schedule before the general one, the newer before the older; in a schedule the price that says most. */
    static ChargeProposal proposal(ServiceToPrice service, List<FeeScheduleStore.Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.price().procedureCode().equals(service.procedureCode()))
                .filter(candidate -> DatedPrices.inForce(service.serviceDate(), candidate.from(), candidate.to()))
                .sorted(Comparator.comparing((FeeScheduleStore.Candidate candidate) -> candidate.payerId() == null)
                        .thenComparing(FeeScheduleStore.Candidate::from, Comparator.reverseOrder())
                        .thenComparing(FeeScheduleStore.Candidate::scheduleId))
                .map(FeeScheduleStore.Candidate::scheduleId)
                .distinct()
                .map(schedule -> best(service, schedule, candidates))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> ChargeProposal.none(service));
    }

    private static Optional<ChargeProposal> best(
            ServiceToPrice service, UUID schedule, List<FeeScheduleStore.Candidate> candidates) {
        var prices = candidates.stream()
                .filter(candidate -> candidate.scheduleId().equals(schedule))
                .map(FeeScheduleStore.Candidate::price)
                .filter(price -> price.procedureCode().equals(service.procedureCode()))
                .toList();
        return PricedCode.best(prices, service.modifiers())
                .map(price -> ChargeProposal.of(service, schedule, price.total(service.units())));
    }

    private static void requireSound(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Problem(KitProblem.VALIDATION_FAILED, "The prices do not fit together", errors);
        }
    }

    private static Problem duplicate() {
        return new Problem(
                FeeScheduleProblem.FEE_SCHEDULE_DUPLICATE, "Another fee schedule has this name and first day");
    }

    private static Problem notFound() {
        return new Problem(FeeScheduleProblem.FEE_SCHEDULE_NOT_FOUND, "No fee schedule with this id");
    }
}
