package org.superbill.coding.coder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingpolicy.CodingPolicy;
import org.superbill.coding.codingpolicy.HeldCredentials;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.tenancy.CurrentOrganization;
import org.superbill.servicekit.tenancy.Kept;

/** What can be done with coders; each public method is one transaction. */
@ApplicationScoped
public class Coders implements HeldCredentials {
    private static final Duration KEPT_FOR = Duration.ofSeconds(3);

    private final CoderStore store;
    private final Kept<Optional<CoderView>> bySubject;
    private final Instance<PracticeRecord> practice;
    private final Clock clock;

    Coders(
            CoderStore store,
            Instance<PracticeRecord> practice,
            CurrentOrganization organization,
            TransactionSynchronizationRegistry transactions,
            Clock clock) {
        this.store = store;
        this.bySubject = new Kept<>(organization, transactions, KEPT_FOR);
        this.practice = practice;
        this.clock = clock;
    }

    /** @throws Problem {@code CODER_DUPLICATE} */
    @Transactional
    CoderView add(CoderDetails details) {
        if (store.findBySubject(details.subject()).isPresent()) {
            throw new Problem(CoderProblem.CODER_DUPLICATE, "A coder has this subject");
        }
        var coder = new Coder(details, clock.instant());
        bySubject.changed(details.subject());
        store.persistAndFlush(coder);
        return coder.view();
    }

    /** @throws Problem {@code CODER_NOT_FOUND}, {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODER_SUBJECT_FIXED} */
    @Transactional
    CoderView change(UUID id, CoderDetails details, @Nullable Revision expected) {
        var coder = store.get(id);
        coder.change(details, expected);
        bySubject.changed(details.subject());
        store.flush(); // so that the answer carries the new revision
        return coder.view();
    }

    /** @throws Problem {@code CODER_NOT_FOUND} */
    @Transactional
    CoderView read(UUID id) {
        return store.get(id).view();
    }

    @Transactional
    Page<CoderView> list(PageRequest page) {
        return Page.of(store.list(page), page, Coder::id).map(Coder::view);
    }

    @Transactional
    public List<CoderView> active() {
        return store.active().stream().map(Coder::view).toList();
    }

    @Override
    @Transactional
    public Set<String> kinds() {
        return store.active().stream()
                .flatMap(coder -> coder.view().credentials().stream())
                .map(Credential::kind)
                .collect(Collectors.toSet());
    }

    /** As of seconds ago at most, where another replica changed the coder. */
    @Transactional
    public Optional<CoderView> find(String subject) {
        return bySubject.get(subject, () -> store.findBySubject(subject).map(Coder::view));
    }

    /**
     * Why somebody may get no case on a day; empty when they may.
     *
     * @param accepted kinds of credential of which one has to be in force
     */
    @Transactional
    public Optional<String> objection(String subject, Collection<String> accepted, LocalDate on, CodingPolicy policy) {
        var known = find(subject);
        if (known.isEmpty()) {
            return policy.assignment().coderRecordRequired()
                    ? Optional.of("The policy wants cases coded by the organization's coders only")
                    : practiceObjection(subject, policy);
        }
        return known.get().objection(accepted, on).or(() -> practiceObjection(subject, policy));
    }

    /** Whether the coder's practice cases are as good as the policy asks for. */
    @Transactional
    public boolean isPractised(String subject, CodingPolicy policy) {
        return practiceObjection(subject, policy).isEmpty();
    }

    private Optional<String> practiceObjection(String subject, CodingPolicy policy) {
        return practice.stream()
                .flatMap(record -> record.objection(subject, policy.thresholds()).stream())
                .findFirst();
    }
}
