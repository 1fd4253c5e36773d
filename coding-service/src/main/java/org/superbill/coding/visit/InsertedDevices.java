package org.superbill.coding.visit;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.superbill.coding.cac.DataFile;

/** The device that was put in at a visit has a code of its own beside putting it in, where the practice has bought it. Source: {@code visit/devices.tsv}. */
final class InsertedDevices {
    private static final double SURE = 0.8;
    private static final String MISSING = "which device was put in, and whether the practice supplied it";

    private static final Pattern NOT_BOUGHT = Pattern.compile(
            "(?i)\\bpatient(?:'s)?[- ](?:own|supplied|provided)\\b|\\b(?:she|patient) (?:has )?brought\\b|\\bbrought (?:in )?by (?:the )?patient\\b|\\bspecialty pharmacy\\b");

    /** @param insertions CPT numbers */
    private record Device(String code, String title, List<String> insertions, Pattern said) {}

    private static final List<Device> DEVICES = DataFile.rows("visit/devices.tsv").stream()
            .map(row -> new Device(
                    row[0],
                    row[1],
                    Arrays.asList(row[2].split(" ")),
                    Pattern.compile(row[3], Pattern.CASE_INSENSITIVE)))
            .toList();

    private InsertedDevices() {}

    /**
     * @param services that the notes tell of
     * @param codes of HCPCS that are valid on the day of the visit
     */
    static List<Procedure> of(String text, List<Procedure> services, List<DrugCode> codes) {
        var valid = codes.stream().map(DrugCode::code).collect(Collectors.toSet());
        return NOT_BOUGHT.matcher(text).find()
                ? List.of()
                : services.stream()
                        .flatMap(service -> device(text, service, valid::contains))
                        .toList();
    }

    private static Stream<Procedure> device(String text, Procedure service, Predicate<String> isValid) {
        var place = service.said().get(0);
        return Stream.of(
                        text.substring(place.start(), place.end()), Done.clause(text, place.start(), place.end()), text)
                .map(words -> DEVICES.stream()
                        .filter(device -> device.insertions().contains(service.code())
                                && device.said().matcher(words).find())
                        .toList())
                .filter(named -> !named.isEmpty())
                .findFirst()
                .filter(named -> named.size() == 1 && isValid.test(named.get(0).code()))
                .stream()
                .map(named -> line(named.get(0), service));
    }

    private static Procedure line(Device device, Procedure service) {
        return new Procedure(
                "hcpcs",
                device.code(),
                device.title(),
                List.of(),
                1,
                SURE,
                service.said(),
                List.of(
                        Procedure.not(service.code(), "that is putting it in, and this what was put in"),
                        "The note names the device"),
                MISSING);
    }
}
