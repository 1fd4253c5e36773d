package org.superbill.billing.claim;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.problem.Problem;

/** What claims say and said, for other features to read. */
@ApplicationScoped
public class ClaimContents {
    private final ClaimStore store;
    private final ClaimNumberStore numbers;
    private final FactsOfToday today;

    ClaimContents(ClaimStore store, ClaimNumberStore numbers, FactsOfToday today) {
        this.store = store;
        this.numbers = numbers;
        this.today = today;
    }

    /**
     * What was coded of each encounter, where the current version says what several say together; else nothing.
     *
     * @param version absent for the current one
     * @throws Problem {@code CLAIM_NOT_FOUND}
     */
    @Transactional
    public List<EncounterCoded> gathered(UUID claimId, @Nullable Integer version) {
        var claim = store.get(claimId);
        return version == null || version == claim.current().version() ? today.gathered(claim) : List.of();
    }

    /**
     * What a version says that has been written to a file, or was sent by a former system.
     *
     * @param version absent for the newest
     */
    @Transactional
    public ClaimContent content(UUID claimId, @Nullable Integer version) {
        var claim = store.get(claimId);
        return claim.versions().stream()
                .filter(candidate -> candidate.submissionId() != null || candidate.sentAt() != null)
                .filter(candidate -> version == null || candidate.version() == version)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Problem(
                        ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                        "This version of the claim has not been written to a file"))
                .content();
    }

    /** What the newest version says, sent or not. @throws Problem {@code CLAIM_NOT_FOUND} */
    @Transactional
    public ClaimFacts currentFacts(UUID claimId) {
        return store.get(claimId).current().facts();
    }

    /** By which the payer that is billed knows the claim; of one that it has decided in parts (MA15) that of each. */
    @Transactional
    public Optional<String> payerClaimNumber(UUID claimId) {
        return Optional.ofNullable(store.get(claimId).turn().payersNumbers().inWords());
    }

    /**
     * What a version says, written to a file or not.
     *
     * @param version absent for the current one
     * @throws Problem {@code CLAIM_NOT_FOUND}
     */
    @Transactional
    public ClaimContent saying(UUID claimId, @Nullable Integer version) {
        var claim = store.get(claimId);
        return version == null
                ? claim.current().content()
                : claim.versions().stream()
                        .filter(candidate -> candidate.version() == version)
                        .findFirst()
                        .orElseThrow(() ->
                                new Problem(ClaimProblem.CLAIM_NOT_FOUND, "The claim has no version of this number"))
                        .content();
    }

    /**
     * What a version of a claim says; of the current one where no version is named.
     *
     * @throws Problem {@code CLAIM_NOT_FOUND}
     */
    @Transactional
    public ClaimFacts facts(UUID claimId, @Nullable Integer version) {
        return saying(claimId, version).facts();
    }

    /**
     * The day on which a version left; empty when it has not.
     *
     * @throws Problem {@code CLAIM_NOT_FOUND}
     */
    @Transactional
    public Optional<LocalDate> sentOn(UUID claimId, int version) {
        var sent = store.get(claimId).version(version);
        return Optional.ofNullable(sent.sentAt())
                .map(at -> LocalDate.ofInstant(
                        at, ZoneId.of(sent.facts().organization().timeZone())));
    }

    /** @throws Problem {@code CLAIM_NOT_FOUND} */
    @Transactional
    public void requireKnown(UUID claimId) {
        store.get(claimId);
    }

    /** What versions say, by number; in one statement. */
    @Transactional(TxType.MANDATORY)
    public Map<String, ClaimContent> contents(Collection<String> claimNumbers) {
        return numbers.versions(claimNumbers).stream()
                .map(ClaimVersion::content)
                .collect(toMap(ClaimContent::claimNumber, content -> content));
    }

    /** The numbers of all versions of the claims of which one version has one of these numbers. */
    @Transactional(TxType.MANDATORY)
    public Set<String> numbersOfSame(Collection<String> claimNumbers) {
        return claimNumbers.isEmpty() ? Set.of() : numbers.ofSame(claimNumbers);
    }

    /** The numbers of the current versions of claims, by id. */
    @Transactional(TxType.MANDATORY)
    public Map<UUID, String> numbersOf(Collection<UUID> claimIds) {
        return numbers.current(claimIds);
    }
}
