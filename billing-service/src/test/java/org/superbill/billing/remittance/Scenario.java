package org.superbill.billing.remittance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.superbill.billing.testing.PayerFiles;

/** One block of {@code scenarios.txt}; the file says what its words mean. */
record Scenario(
        String name,
        boolean withNextPayer,
        boolean withSecondCoverage,
        List<String> payments,
        Map<String, Long> books,
        List<String> outcomes,
        String adjudication,
        int denials) {

    static List<Scenario> all() {
        try (var file = Objects.requireNonNull(Scenario.class.getResourceAsStream("scenarios.txt"))) {
            var scenarios = new ArrayList<Scenario>();
            var block = new ArrayList<String>();
            for (var line : new String(file.readAllBytes(), UTF_8).lines().toList()) {
                if (line.startsWith("== ") && !block.isEmpty()) {
                    scenarios.add(of(block));
                    block.clear();
                }
                if (!line.isBlank() && !line.startsWith("#")) {
                    block.add(line);
                }
            }
            scenarios.add(of(block));
            return scenarios;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario of(List<String> block) {
        var end = block.get(block.size() - 1).substring(2).split("; ");
        return new Scenario(
                block.get(0).substring(3),
                block.contains("with next-payer"),
                block.contains("with second-coverage"),
                block.stream().filter(line -> line.startsWith("835 / ")).toList(),
                books(block.get(block.size() - 2).substring(2)),
                List.of(end[0].split(" ")),
                end[1],
                Integer.parseInt(end[2]));
    }

    private static Map<String, Long> books(String text) {
        var books = new TreeMap<String, Long>();
        for (var balance : text.split(", ")) {
            var words = balance.split(" ");
            books.put(words[0], new BigDecimal(words[1]).movePointRight(2).longValueExact());
        }
        return books;
    }

    /** All payments in one file, in their order. @param number of our claim */
    String oneFile(String number) {
        var sets = new StringBuilder();
        for (var place = 1; place <= payments.size(); place++) {
            var file = file(payments.get(place - 1), number);
            sets.append(file.substring(file.indexOf("ST*835*"), file.indexOf("GE*"))
                    .replaceFirst("ST\\*835\\*0001", "ST*835*%04d".formatted(place))
                    .replaceFirst("(SE\\*\\d+\\*)0001", "$1%04d".formatted(place)));
        }
        return PayerFiles.interchange("HP", "005010X221A1", sets.toString());
    }

    /** The file of a payment. @param number of our claim */
    static String file(String payment, String number) {
        var remittance =
                PayerFiles.remittance("T" + UUID.randomUUID().toString().substring(0, 12));
        var payer = "KEY INSURANCE";
        var member = "W123456789";
        for (var part : payment.substring(6).split(" / ")) {
            var words = part.split(" ");
            switch (words[0]) {
                case "BY" -> payer = part.substring(3);
                case "MI" -> member = words[1];
                case "BPR" -> remittance.paying(words[1]);
                case "PLB" -> remittance.providerAdjustment(words[1].split("=")[0], words[1].split("=")[1]);
                case "CLP" -> {
                    var of = words.length > 5 ? words[6] : number;
                    remittance
                            .claim(of, words[1], words[2], words[3], words[4], "PCN1")
                            .patient();
                }
                case "CAS" -> remittance.beforePatient("CAS*" + adjustment(words[1]));
                case "MOA" -> remittance.with("MOA***" + words[1]);
                case "LQ" -> remittance.with("LQ*HE*" + words[1]);
                case "B6" -> remittance.with("AMT*B6*" + words[1]);
                case "SVC" -> line(remittance, words, number);
                default -> throw new IllegalArgumentException(part);
            }
        }
        return remittance.text().replace("KEY INSURANCE", payer).replace("W123456789", member);
    }

    private static void line(PayerFiles.Remittance remittance, String[] words, String number) {
        var codes = words[1].split("<");
        var svc = codes.length == 1
                ? "SVC*HC:%s*%s*%s".formatted(codes[0], words[2], words[3])
                : "SVC*HC:%s*%s*%s**1*HC:%s".formatted(codes[0], words[2], words[3], codes[1]);
        remittance.with(svc).with("DTM*472*20260302");
        for (var i = 5; i < words.length; i++) {
            remittance.with("CAS*" + adjustment(words[i]));
        }
        if (!words[4].equals("-")) {
            remittance.with("REF*6R*" + number + words[4]);
        }
    }

    /** CO-45=30 as X12 writes it. */
    private static String adjustment(String text) {
        return text.replaceFirst("-", "*").replaceFirst("=", "*");
    }

    @Override
    public String toString() {
        return name;
    }
}
