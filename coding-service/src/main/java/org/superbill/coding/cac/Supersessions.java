package org.superbill.coding.cac;

import java.util.List;

/** Codes that say nothing more when another of the note is there, although they stand in another category. */
final class Supersessions {
    /** What goes, and beginnings of what it goes for. */
    private record Goes(String code, List<String> where) {}

    private static final List<Goes> ALL = List.of(
            new Goes("J189", List.of("J12", "J13", "J14", "J15", "J16", "J690", "J180", "A481", "B59")),
            new Goes("M1990", List.of("M15", "M16", "M17", "M18", "M190", "M191", "M192")),
            new Goes(
                    "D649",
                    List.of("D50", "D51", "D52", "D53", "D55", "D56", "D57", "D58", "D59", "D61", "D62", "D63")),
            new Goes("F32A", List.of("F320", "F321", "F322", "F323", "F324", "F325", "F33", "F31")),
            new Goes("F329", List.of("F33", "F31")),
            new Goes("F419", List.of("F410", "F411", "F40")),
            new Goes("F39", List.of("F3")),
            new Goes("K529", List.of("A0", "K50", "K51", "K55", "K520", "K522")),
            new Goes("K746", List.of("K703", "K743", "K744")),
            new Goes("K759", List.of("B15", "B16", "B17", "B18", "B19", "K701", "K754", "K758")),
            new Goes("I259", List.of("I251", "I255")),
            new Goes("I219", List.of("I210", "I211", "I212", "I213", "I214")),
            new Goes("I213", List.of("I210", "I211", "I212")),
            new Goes("I249", List.of("I21", "I200")),
            new Goes("I749", List.of("I21", "I26", "I63", "I740", "I741", "I743", "I744", "I745", "I82", "K55")),
            new Goes("I770", List.of("Z992", "N186")),
            new Goes("N289", List.of("N17", "N18", "Q61", "N0")),
            new Goes("G20B1", List.of("G20B2")),
            new Goes("I739", List.of("I702")),
            new Goes("I515", List.of("I42")),
            new Goes("I429", List.of("I420", "I421", "I422", "I425", "I255")),
            new Goes("N19", List.of("N17", "N18")),
            new Goes("N390", List.of("N10", "N12", "N30")),
            new Goes("N179", List.of("N170", "N171")),
            new Goes("E0590", List.of("E0500", "E051", "E052")),
            new Goes("E785", List.of("E780", "E781", "E782")),
            new Goes("E6609", List.of("E6601")),
            new Goes("E669", List.of("E6601", "E6681", "E662")),
            new Goes("L309", List.of("L20", "L21", "L23", "L24", "L25")),
            new Goes("L409", List.of("L400", "L401", "L405")),
            new Goes("M069", List.of("M05", "M060", "M068")),
            new Goes("M549", List.of("M545", "M546", "M542")),
            new Goes("G629", List.of("G61", "E1142", "E1042", "G620", "G621")),
            new Goes("R188", List.of("R180", "K7031", "K7011")),
            new Goes("C80", List.of("C0", "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9")),
            new Goes(
                    "C799",
                    List.of("C77", "C78", "C790", "C791", "C792", "C793", "C794", "C795", "C796", "C797", "C798")),
            new Goes("D49", List.of("C", "D0", "D1", "D2", "D3", "D4")),
            new Goes("R19", List.of("C16", "C17", "C18", "C22", "C25", "C48")),
            new Goes("Z0000", List.of("Z0001")),
            new Goes("Z00129", List.of("Z00121")),
            new Goes("Z01419", List.of("Z01411")),
            new Goes("Z5900", List.of("Z5901", "Z5902")),
            new Goes("Z21", List.of("B20")),
            new Goes("I889", List.of("R59")),
            new Goes("H547", List.of("H540", "H541", "H33", "H25")),
            new Goes("S0990", List.of("S06", "S020", "S021")),
            new Goes("T8149", List.of("T814")),
            new Goes("R4182", List.of("G93", "F05", "R410", "R402")),
            new Goes("G7000", List.of("G7001")),
            new Goes("B379", List.of("B370", "B371", "B372", "B373", "B374", "B377", "B378")),
            new Goes("M869", List.of("M860", "M861", "M862", "M863", "M864", "M865", "M866")),
            new Goes("C719", List.of("C710", "C711", "C712", "C713", "C714", "C715", "C716", "C717")),
            new Goes("D860", List.of("D862")),
            new Goes("T782", List.of("T780", "T634", "T886")),
            new Goes("R339", List.of("R338")),
            new Goes("Z720", List.of("F172")),
            new Goes("K810", List.of("K800")),
            new Goes("C4491", List.of("C440", "C441", "C442", "C443", "C444", "C445", "C446", "C447")),
            new Goes("G40909", List.of("G40901", "G402", "G403", "G404", "G408")),
            new Goes("J960", List.of("J80")), // an Excludes1 note of J96
            new Goes("J22", List.of("J12", "J13", "J14", "J15", "J16", "J18", "J20", "J21", "J69")),
            new Goes("D571", List.of("D570")),
            new Goes("T8149", List.of("T8141", "T8142", "T8143")),
            new Goes("I509", List.of("I504", "I502", "I503")),
            new Goes("D6862", List.of("D6861")),
            new Goes("A159", List.of("A17", "A18", "A19")),
            new Goes("J9600", List.of("J9601", "J9602")),
            new Goes("J960", List.of("J962")),
            new Goes("J969", List.of("J960", "J961", "J962")),
            new Goes("I729", List.of("I71", "I72", "I67", "I254")),
            new Goes(
                    "L0291",
                    List.of(
                            "K61", "K65", "K68", "K75", "N15", "J85", "G06", "N34", "L02", "M46", "A18", "K57", "N70",
                            "J36", "I33")),
            new Goes("N83", List.of("D27", "C56", "D391")),
            new Goes("D589", List.of("D59", "D55", "D57", "D580")),
            new Goes("D692", List.of("D690", "D693", "M301", "M317", "M313", "M311", "D891")),
            new Goes("I776", List.of("M30", "M31", "M352", "D690", "L95")),
            new Goes("N059", List.of("M32", "N00", "N01", "N03", "N04", "M313", "M317", "N08")),
            new Goes("H169", List.of("B60", "B00", "H160", "H163", "B02")),
            new Goes("H269", List.of("H25", "H261", "H262", "H263", "H264", "Q120")),
            new Goes("G039", List.of("G00", "G01", "G02", "A17", "A32", "A39", "A87", "B00", "B45", "G032")),
            new Goes("G0490", List.of("G048", "B00", "A8", "B01", "B02", "G05")),
            new Goes("J209", List.of("J205", "J21")),
            new Goes("D689", List.of("D65", "D66", "D67", "D680", "D681", "D682", "D683", "D684")),
            new Goes("K7689", List.of("C787", "C22", "K75", "D18", "D376")),
            new Goes("J9859", List.of("C", "D15", "D38")),
            new Goes("I499", List.of("I47", "I48", "I490", "I494", "I495", "I44", "I45")),
            new Goes("M8580", List.of("M80", "M81")),
            new Goes("R569", List.of("G40", "O15")),
            new Goes("B49", List.of("B3", "B40", "B41", "B42", "B43", "B44", "B45", "B46", "B48", "I71", "I72")),
            new Goes("A499", List.of("A", "B95", "B96")),
            new Goes("B191", List.of("B180", "B181", "B16")),
            new Goes("B192", List.of("B182", "B171")),
            new Goes("I240", List.of("I21")),
            new Goes("I2489", List.of("I21")),
            new Goes("E119", List.of("E110", "E111", "E112", "E113", "E114", "E115", "E116", "E118")),
            new Goes("E109", List.of("E101", "E102", "E103", "E104", "E105", "E106", "E108")),
            new Goes("C779", List.of("C770", "C771", "C772", "C773", "C774", "C775", "C778")),
            new Goes("Z9861", List.of("Z955")), // an Excludes1 note of Z98.61
            new Goes("K573", List.of("K572")), // without perforation or abscess, and with
            new Goes("K571", List.of("K570")),
            new Goes("K575", List.of("K574")),
            new Goes("K579", List.of("K578")),
            new Goes("K5730", List.of("K5732", "K5733")),
            new Goes("Z87891", List.of("F172")));

    private Supersessions() {}

    static void apply(Candidates codes) {
        for (var goes : ALL) {
            for (var vague : codes.all(goes.code())) {
                var better = codes.all().stream()
                        .filter(other -> other != vague && !other.begins(goes.code()))
                        .filter(other -> goes.where().stream().anyMatch(other::begins))
                        .findFirst();
                better.ifPresent(other -> {
                    codes.drop(vague);
                    other.because("Guidelines I.B.2: more specific than " + vague.code() + ", which the note says too");
                });
            }
        }
    }
}
