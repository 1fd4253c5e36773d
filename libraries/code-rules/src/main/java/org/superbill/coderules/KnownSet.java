package org.superbill.coderules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A set of codes with what is known of each: looked up once, read by every rule. */
public final class KnownSet {
    private final CodeSet codes;
    private final CodeFacts facts;
    private final List<KnownDiagnosis> diagnoses;
    private final List<KnownLine> lines;
    private final List<KnownProcedure> procedures;

    public KnownSet(CodeSet codes, CodeFacts facts) {
        this.codes = codes;
        this.facts = facts;
        this.diagnoses = known(codes.diagnoses(), this::diagnosis);
        this.lines = known(codes.lines(), this::line);
        this.procedures = known(codes.procedures(), this::procedure);
    }

    private interface Looking<T, K> {
        @Nullable
        K look(int index, T given);
    }

    private static <T, K> List<K> known(List<T> given, Looking<T, K> looking) {
        var known = new ArrayList<K>(given.size());
        for (var i = 0; i < given.size(); i++) {
            var one = looking.look(i, given.get(i));
            if (one != null) {
                known.add(one);
            }
        }
        return Collections.unmodifiableList(known);
    }

    /** Null for a code of another code system. */
    private @Nullable KnownDiagnosis diagnosis(int index, CodeSet.Diagnosis diagnosis) {
        return diagnosis.terminology() == Terminology.ICD_10_CM
                ? new KnownDiagnosis(
                        index,
                        diagnosis,
                        facts.find(
                                Terminology.ICD_10_CM,
                                diagnosis.code(),
                                days(index).get(0)))
                : null;
    }

    /** Those on which a diagnosis is reported, the first one first: but for an inpatient, of whom the discharge decides, those of the lines that point to it. */
    private List<LocalDate> days(int index) {
        if (encounter().inpatient()) {
            return List.of(day());
        }
        var days = new TreeSet<LocalDate>();
        for (var line : codes.lines()) {
            if (line.diagnosisPointers().contains(index + 1)) {
                days.add(codes.dateOf(line));
            }
        }
        return days.isEmpty() ? List.of(day()) : List.copyOf(days);
    }

    /** What is known of a diagnosis on each day on which it is reported: a visit or stay that goes over a change of the codes has lines of both. */
    public List<CodeFact> reported(KnownDiagnosis diagnosis) {
        var first = diagnosis.fact();
        if (first == null) {
            return List.of();
        }
        var known = new ArrayList<CodeFact>(List.of(first));
        for (var day : days(diagnosis.index())) {
            var fact = day.equals(first.on()) ? null : facts.find(Terminology.ICD_10_CM, diagnosis.code(), day);
            if (fact != null) {
                known.add(fact);
            }
        }
        return known;
    }

    private KnownLine line(int index, CodeSet.Line line) {
        var date = codes.dateOf(line);
        return new KnownLine(
                index,
                line,
                date,
                facts.find(Terminology.ofProcedure(line.procedureCode()), line.procedureCode(), date));
    }

    private KnownProcedure procedure(int index, CodeSet.Procedure procedure) {
        return new KnownProcedure(index, procedure, facts.find(Terminology.ICD_10_PCS, procedure.code(), day()));
    }

    public CodeSet codes() {
        return codes;
    }

    public Encounter encounter() {
        return codes.encounter();
    }

    public CodeFacts facts() {
        return facts;
    }

    /** The day by which ICD-10-PCS and the notes of diagnoses are judged, and diagnoses that no line points to. */
    public LocalDate day() {
        return codes.encounter().diagnosisDate();
    }

    /** Those in ICD-10-CM, in their order. */
    public List<KnownDiagnosis> diagnoses() {
        return diagnoses;
    }

    /** The principal or first-listed diagnosis, when it is an ICD-10-CM code; else null. */
    public @Nullable KnownDiagnosis first() {
        return diagnoses.isEmpty() || !diagnoses.get(0).first() ? null : diagnoses.get(0);
    }

    /** Whether the note names one of the diagnoses. */
    public boolean hasNamedBy(Note note) {
        for (var diagnosis : diagnoses) {
            if (note.names(diagnosis.code())) {
                return true;
            }
        }
        return false;
    }

    public List<KnownLine> lines() {
        return lines;
    }

    public List<KnownProcedure> procedures() {
        return procedures;
    }

    /** The ICD-10-CM codes that a line points to; pointers that lead nowhere are left out. */
    public List<KnownDiagnosis> pointedTo(KnownLine line) {
        return diagnoses.stream()
                .filter(diagnosis -> line.line().diagnosisPointers().contains(diagnosis.index() + 1))
                .toList();
    }
}
