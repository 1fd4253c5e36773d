package org.superbill.coderules.rule;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which codes guideline I.C.1.d speaks of. */
final class Sepsis {
    static final List<String> SEVERE = List.of("R652");
    static final List<String> SEVERE_WITHOUT_SHOCK = List.of("R6520");
    /** Streptococcal and other sepsis. */
    static final List<String> SEPSIS = List.of("A40", "A41");

    /** Sepsis by its name or by the notes at R65.2, A40 and A41: of organisms, after procedures, of abortion, birth and the newborn. */
    static final List<String> SYSTEMIC = List.of(
            "A40", "A41", "A021", "A207", "A217", "A227", "A241", "A267", "A282", "A327", "A392", "A393", "A394",
            "A427", "A483", "A5486", "B007", "B377", "O0337", "O0387", "O0487", "O0737", "O0882", "O753", "O85",
            "O8604", "P36", "T802", "T814", "T880");

    /** A00-B94; what only says which organism it was (B95-B97) is no infection. */
    static final List<String> INFECTIOUS = Stream.concat(
                    Stream.of("A"), IntStream.rangeClosed(0, 94).mapToObj("B%02d"::formatted))
            .toList();

    /** Infections of one organ, as far as sepsis comes from them: not those of devices and procedures, which have an order of their own (I.C.1.d.5). */
    static final List<String> LOCALIZED = List.of(
            "A047", "A46", "A481", "G00", "G01", "G042", "G06", "H050", "I33", "J01", "J02", "J03", "J05", "J09", "J10",
            "J11", "J12", "J13", "J14", "J15", "J16", "J17", "J18", "J20", "J21", "J22", "J36", "J390", "J391", "J690",
            "J85", "J86", "K35", "K36", "K37", "K57", "K61", "K65", "K750", "K800", "K803", "K804", "K81", "K830",
            "L00", "L01", "L02", "L03", "L04", "L05", "L08", "M00", "M01", "M462", "M463", "M465", "M726", "M86", "N10",
            "N110", "N12", "N136", "N151", "N30", "N340", "N390", "N410", "N412", "N45", "N70", "N71", "N73", "N74",
            "N76");

    /** Acute failures of organs: those that the note at R65.2 names, and others that sepsis brings about. */
    static final List<String> ORGAN_DYSFUNCTION = List.of(
            "D65", "D68", "D69", "E872", "G6281", "G7281", "G92", "G934", "I21A1", "I46", "I501", "I502", "I503",
            "I504", "I508", "I509", "I514", "I5181", "I5182", "I5189", "J80", "J952", "J953", "J958", "J960", "J962",
            "J969", "K55", "K567", "K720", "K729", "K762", "K763", "K767", "K7682", "N17", "N19", "N990", "R092",
            "R402", "R403", "R41", "R34");

    private Sepsis() {}
}
