package org.superbill.billing.claimcheck;

import static org.superbill.billing.claimcheck.X12Parts.address;
import static org.superbill.billing.claimcheck.X12Parts.name;
import static org.superbill.billing.claimcheck.X12Parts.put;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;

/**
 * The transport that an 837P describes: of each part what the claim says, else what the first of its lines does. Source: 005010X222A1, loops 2300 (CR1, CRC*07), 2310E and
 * 2310F; 2400, 2420G and 2420H.
 */
final class X12Ambulance {
    private static final String CERTIFICATION = "07";
    private static final String YES = "Y";

    /** The claim, then its lines. */
    private final List<Loop> loops;

    X12Ambulance(Loop claim) {
        loops = Stream.concat(Stream.of(claim), claim.loops("2400", any -> any).stream())
                .toList();
    }

    /** Empty where it is not described: without its reason, its miles or one of its ends. */
    Optional<ObjectNode> json() {
        var transport = first(loop -> loop.segment("CR1"));
        var pickUp = first(loop -> loop.loop("2310E")).or(() -> first(loop -> loop.loop("2420G")));
        var dropOff = first(loop -> loop.loop("2310F")).or(() -> first(loop -> loop.loop("2420H")));
        if (transport.isEmpty() || pickUp.isEmpty() || dropOff.isEmpty()) {
            return Optional.empty();
        }
        var described = transport.get();
        var miles = described.decimal(6);
        if (miles == null) {
            return Optional.empty();
        }
        var ambulance = X12Parts.JSON.objectNode();
        var weight = described.decimal(2);
        if (weight != null) {
            ambulance.put("weightPounds", weight.intValue());
        }
        ambulance.put("transportReason", described.element(4));
        ambulance.put("miles", miles);
        put(ambulance, "roundTripPurpose", described.element(9));
        put(ambulance, "stretcherPurpose", described.element(10));
        conditions(ambulance);
        ambulance.set("pickUp", address(pickUp.get()));
        ambulance.set("dropOff", address(dropOff.get()));
        put(ambulance, "dropOffName", name(dropOff.get()).element(3));
        first(loop -> loop.segment("QTY", "PT"))
                .ifPresent(count ->
                        ambulance.put("patientCount", count.requiredDecimal(2).intValue()));
        return Optional.of(ambulance);
    }

    /** Those that hold; a CRC with N says which do not. */
    private void conditions(ObjectNode ambulance) {
        var conditions = X12Parts.JSON.arrayNode();
        var certified = first(loop -> loop.segment("CRC", CERTIFICATION) == null ? null : loop);
        certified.map(loop -> loop.segments("CRC")).stream()
                .flatMap(List::stream)
                .filter(crc -> crc.elementIs(1, CERTIFICATION) && crc.elementIs(2, YES))
                .forEach(crc -> {
                    for (var element = 3; element <= crc.size(); element++) {
                        conditions.add(crc.element(element));
                    }
                });
        X12Parts.set(ambulance, "conditions", conditions);
    }

    private <T> Optional<T> first(Function<Loop, @Nullable T> part) {
        return loops.stream().map(part).filter(Objects::nonNull).findFirst();
    }
}
