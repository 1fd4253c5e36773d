package org.superbill.coderules;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        this.diagnoses = IntStream.range(0, codes.diagnoses().size())
                .filter(i -> codes.diagnoses().get(i).terminology() == Terminology.ICD_10_CM)
                .mapToObj(i -> diagnosis(i, codes.diagnoses().get(i)))
                .toList();
        this.lines = IntStream.range(0, codes.lines().size())
                .mapToObj(i -> line(i, codes.lines().get(i)))
                .toList();
        this.procedures = IntStream.range(0, codes.procedures().size())
                .mapToObj(i -> procedure(i, codes.procedures().get(i)))
                .toList();
    }

    private KnownDiagnosis diagnosis(int index, CodeSet.Diagnosis diagnosis) {
        return new KnownDiagnosis(index, diagnosis, facts.find(Terminology.ICD_10_CM, diagnosis.code(), day()));
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

    /** The day by which diagnoses and ICD-10-PCS are judged. */
    public LocalDate day() {
        return codes.encounter().diagnosisDate();
    }

    /** Those in ICD-10-CM, in their order. */
    public List<KnownDiagnosis> diagnoses() {
        return diagnoses;
    }

    /** The principal or first-listed diagnosis, when it is an ICD-10-CM code. */
    public Stream<KnownDiagnosis> first() {
        return diagnoses.stream().filter(KnownDiagnosis::first);
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
