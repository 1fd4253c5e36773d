package org.superbill.patient.encounter;

import static org.superbill.patient.encounter.EncounterProblem.ENCOUNTER_DOCUMENT_NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Caller;

/** The documents of encounters; each method is one transaction. */
@ApplicationScoped
class Documents {
    private final EncounterStore store;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    Documents(EncounterStore store, Outbox outbox, Caller caller, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Of a completed encounter coding has notice at once: the completion is told again as it was, with the document.
     *
     * @throws Problem {@code ENCOUNTER_NOT_FOUND}
     */
    @Transactional
    DocumentView add(UUID encounterId, DocumentDetails details) {
        var encounter = store.getForUpdate(
                encounterId); // whether a completion at the same moment has told of it must be certain
        var document = new EncounterDocument(encounterId, details, caller.subject(), clock.instant());
        store.add(document);
        if (encounter.isToldOf()) {
            store.flush();
            outbox.publish(encounter.completed(told(encounterId), null));
        }
        return document.view(true, encounter.completedAt());
    }

    /** @throws Problem {@code ENCOUNTER_NOT_FOUND} */
    @Transactional
    Page<DocumentView> list(UUID encounterId, PageRequest page) {
        var completedAt = store.get(encounterId).completedAt();
        return Page.of(store.documents(encounterId, page), page, EncounterDocument::id)
                .map(document -> document.view(false, completedAt));
    }

    /** @throws Problem {@code ENCOUNTER_DOCUMENT_NOT_FOUND} */
    @Transactional
    DocumentView get(UUID encounterId, UUID documentId) {
        return store.document(encounterId, documentId)
                .orElseThrow(
                        () -> new Problem(ENCOUNTER_DOCUMENT_NOT_FOUND, "The encounter has no document with this id"))
                .view(true, store.get(encounterId).completedAt());
    }

    /** Whether the record has got any since. */
    boolean cameAfter(UUID encounterId, Instant moment) {
        return store.hasDocumentsAfter(encounterId, moment);
    }

    /** What coding is told of them. */
    List<EncounterCompleted.Document> told(UUID encounterId) {
        return store.documents(encounterId).stream()
                .map(EncounterDocument::told)
                .toList();
    }
}
