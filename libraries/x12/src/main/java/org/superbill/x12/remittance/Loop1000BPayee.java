package org.superbill.x12.remittance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.Reference;

/** Who is paid (835 loop 1000B). */
public record Loop1000BPayee(Loop loop) implements Loop1000B {

    /**
     * @param idQualifier XX NPI, FI tax id
     * @param references TJ tax id …
     */
    public static Loop1000BPayee of(
            String name, String idQualifier, String id, @Nullable Address address, Reference... references) {
        var builder = new LoopBuilder(Guide.REMITTANCE_835.loop("1000B")).segment("N1", "PE", name, idQualifier, id);
        if (address != null) {
            builder.addAll(address.segments());
        }
        for (var reference : references) {
            builder.add(reference.ref());
        }
        return new Loop1000BPayee(builder.build());
    }

    /** N102. */
    public String name() {
        return loop.required("N1").element(2);
    }

    /** N104. */
    public String id() {
        return loop.required("N1").element(4);
    }

    public @Nullable Address address() {
        return Address.of(loop);
    }

    public List<Reference> references() {
        return loop.segments("REF").stream().map(Reference::of).toList();
    }

    /** REF02 of the first REF with this qualifier. */
    public @Nullable String reference(String qualifier) {
        var ref = loop.segment("REF", qualifier);
        return ref == null ? null : ref.value(2);
    }
}
