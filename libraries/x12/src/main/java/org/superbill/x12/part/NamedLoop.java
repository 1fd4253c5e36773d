package org.superbill.x12.part;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.TypedLoop;
import org.superbill.x12.X12Exception;
import org.superbill.x12.guide.Guide;

/** A loop that NM1 opens: somebody with a name, perhaps an address, numbers and contacts. */
public interface NamedLoop extends TypedLoop {
    /** NM101: what the named one is in this claim. */
    default String entityCode() {
        return loop().required("NM1").element(1);
    }

    default EntityName name() {
        return EntityName.of(loop().required("NM1"));
    }

    /** NM109 when it is an NPI. */
    default @Nullable String npi() {
        var nm1 = loop().required("NM1");
        return nm1.element(8).equals("XX") ? nm1.value(9) : null;
    }

    /** N3 and N4; null when there is none. */
    default @Nullable Address address() {
        return Address.of(loop());
    }

    /** All REF segments. */
    default List<Reference> references() {
        return loop().segments("REF").stream().map(Reference::of).toList();
    }

    /** REF02 of the first REF with one of these qualifiers, null when there is none. */
    default @Nullable String reference(String... qualifiers) {
        var ref = loop().segment("REF", qualifiers);
        return ref == null ? null : ref.value(2);
    }

    /** All PER segments. */
    default List<Contact> contacts() {
        return loop().segments("PER").stream().map(Contact::of).toList();
    }

    /** PRV03. */
    default @Nullable String taxonomyCode() {
        var prv = loop().segment("PRV");
        return prv == null ? null : prv.value(3);
    }

    /** A loop of this kind, for the records that implement this. @throws X12Exception when the guide has no such NM101 there */
    static Loop build(
            Guide guide,
            String loopId,
            String entityCode,
            EntityName name,
            @Nullable Address address,
            List<Reference> references) {
        return builder(guide, loopId, entityCode, name, address, references).build();
    }

    /** The same, still open for more segments. */
    static LoopBuilder builder(
            Guide guide,
            String loopId,
            String entityCode,
            EntityName name,
            @Nullable Address address,
            List<Reference> references) {
        var def = guide.loop(loopId);
        var nm1 = name.nm1(entityCode);
        if (def.find(nm1) == null) {
            throw new X12Exception("Loop %s has no NM1 with %s".formatted(loopId, entityCode));
        }
        var builder = new LoopBuilder(def).add(nm1);
        if (address != null) {
            builder.addAll(address.segments());
        }
        references.forEach(reference -> builder.add(reference.ref()));
        return builder;
    }
}
