package org.superbill.x12.remittance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Address;
import org.superbill.x12.part.Contact;
import org.superbill.x12.part.Reference;

/** Who pays (835 loop 1000A). */
public record Loop1000APayer(Loop loop) implements Loop1000A {

    /**
     * @param references 2U, EO, HI, NF
     * @param technicalContact with function BL
     */
    public static Loop1000APayer of(
            String name, Address address, List<Reference> references, Contact technicalContact) {
        var builder = new LoopBuilder(Guide.REMITTANCE_835.loop("1000A"))
                .segment("N1", "PR", name)
                .addAll(address.segments())
                .add(technicalContact.per());
        references.forEach(reference -> builder.add(reference.ref()));
        return new Loop1000APayer(builder.build());
    }

    /** N102. */
    public String name() {
        return loop.required("N1").element(2);
    }

    /** N104. */
    public @Nullable String id() {
        return loop.required("N1").value(4);
    }

    public @Nullable Address address() {
        return Address.of(loop);
    }

    public List<Reference> references() {
        return loop.segments("REF").stream().map(Reference::of).toList();
    }

    /** CX, BL, IC. */
    public List<Contact> contacts() {
        return loop.segments("PER").stream().map(Contact::of).toList();
    }
}
