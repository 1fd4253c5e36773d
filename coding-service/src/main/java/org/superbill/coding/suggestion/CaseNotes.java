package org.superbill.coding.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CaseDocument;
import org.superbill.coding.codingcase.CaseFacts;
import org.superbill.coding.document.DocumentTexts;
import org.superbill.coding.reference.KnownPatient;
import org.superbill.coding.reference.KnownPayer;
import org.superbill.coding.reference.Reference;
import org.superbill.events.Sex;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** What a case knows itself and its request does not say: the documents of its record, the patient, who pays first, and when the patient was seen before. */
@ApplicationScoped
class CaseNotes {
    private static final int MOST = 20;

    private final DocumentTexts documents;
    private final Reference reference;

    CaseNotes(DocumentTexts documents, Reference reference) {
        this.documents = documents;
        this.reference = reference;
    }

    /**
     * Notes to read.
     *
     * @param documents the one that each note is; empty when the notes were sent
     * @param ofRecord whether each of them is a document of the record, its very text
     * @param warnings what of the record was not read
     */
    record ToRead(NotesRequest request, List<UUID> documents, boolean ofRecord, List<String> warnings) {}

    /**
     * What the request says goes first.
     *
     * @throws Problem {@code VALIDATION_FAILED} when nothing can be read, {@code UNAVAILABLE}
     */
    ToRead of(CaseFacts codingCase, NotesRequest request) {
        var patient = reference.patient(codingCase.patientId()).orElse(null);
        var known = new NotesRequest(
                request.notes(),
                CaseSetting.of(codingCase, request.setting()),
                codingCase.governingDate(),
                request.sex() == null ? sex(patient) : request.sex(),
                request.ageYears() == null ? age(patient, codingCase) : request.ageYears(),
                request.lastSeenOn() == null && request.newPatient() == null
                        ? codingCase.lastSeenOn()
                        : request.lastSeenOn(),
                request.newPatient(),
                request.medicare() == null ? medicare(codingCase) : request.medicare(),
                request.threshold());
        return request.notes().isEmpty()
                ? read(codingCase, known)
                : new ToRead(known, List.of(), areOfRecord(request.notes(), codingCase), List.of());
    }

    private static boolean areOfRecord(List<NotesRequest.Note> notes, CaseFacts codingCase) {
        var record = codingCase.documents().stream().map(CaseDocument::sha256).collect(Collectors.toSet());
        return notes.stream().allMatch(note -> record.contains(Sha256.hex(note.text())));
    }

    private ToRead read(CaseFacts codingCase, NotesRequest known) {
        var notes = new ArrayList<NotesRequest.Note>();
        var read = new ArrayList<UUID>();
        for (var document : codingCase.documents().stream().limit(MOST).toList()) {
            documents
                    .read(codingCase.encounterId(), document.id())
                    .filter(text -> !text.isBlank())
                    .ifPresent(text -> {
                        notes.add(new NotesRequest.Note(format(text), text));
                        read.add(document.id());
                    });
        }
        if (notes.isEmpty()) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "There is nothing to read",
                    List.of(new FieldError(
                            "/notes", "required", "must be sent: the case has no document that can be read")));
        }
        var all = codingCase.documents().size();
        return new ToRead(
                known.with(notes),
                read,
                true,
                read.size() == all
                        ? List.of()
                        : List.of("%d of the %d documents of the record were read".formatted(read.size(), all)));
    }

    private static NotesRequest.Format format(String text) {
        return text.stripLeading().startsWith("<") ? NotesRequest.Format.MARKUP : NotesRequest.Format.TEXT;
    }

    private static NotesRequest.@Nullable Sex sex(@Nullable KnownPatient patient) {
        if (patient == null || patient.sex() == Sex.unknown) {
            return null;
        }
        return patient.sex() == Sex.female ? NotesRequest.Sex.FEMALE : NotesRequest.Sex.MALE;
    }

    /** Null while the payer is not known. */
    private @Nullable Boolean medicare(CaseFacts codingCase) {
        return codingCase.coverageId() == null
                ? null
                : reference
                        .payerWith(codingCase.coverageId())
                        .filter(payer -> payer.claimFilingIndicator() != null)
                        .map(KnownPayer::isMedicare)
                        .orElse(null);
    }

    private static @Nullable Integer age(@Nullable KnownPatient patient, CaseFacts codingCase) {
        return patient == null
                ? null
                : Period.between(patient.birthDate(), codingCase.governingDate())
                        .getYears();
    }
}
