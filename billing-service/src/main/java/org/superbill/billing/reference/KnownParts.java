package org.superbill.billing.reference;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Optional;
import java.util.UUID;
import org.superbill.events.CoverageChanged;
import org.superbill.events.PatientChanged;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;

/** Parts of a claim that were read together. */
public final class KnownParts {
    private final KnownFacts facts;

    KnownParts(KnownFacts facts) {
        this.facts = facts;
    }

    /** The organization, a practitioner or a location. */
    public Optional<PracticeChanged> practice(UUID id) {
        return find(Reference.PRACTICE, id, new TypeReference<>() {});
    }

    public Optional<PatientChanged> patient(UUID id) {
        return find(Reference.PATIENT, id, new TypeReference<>() {});
    }

    public Optional<CoverageChanged> coverage(UUID id) {
        return find(Reference.COVERAGE, id, new TypeReference<>() {});
    }

    public Optional<PayerChanged> payer(UUID id) {
        return find(Reference.PAYER, id, new TypeReference<>() {});
    }

    private <T> Optional<T> find(String kind, UUID id, TypeReference<T> type) {
        return facts.has(kind, id) ? Optional.of(facts.get(kind, id, type)) : Optional.empty();
    }
}
