package org.superbill.billing.claimcheck;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Exception;

/** What several loops of an 837 say alike, in the JSON form of the facts. */
final class X12Parts {
    /** Numbers stay as they are written: 10, not 1E+1. */
    static final JsonNodeFactory JSON = new JsonNodeFactory(true);

    private static final int CENTS = 2;

    private X12Parts() {}

    static void put(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }

    /** A list that is empty is left out. */
    static void set(ObjectNode of, String field, ArrayNode list) {
        if (!list.isEmpty()) {
            of.set(field, list);
        }
    }

    /** REF02 of the first REF of that kind. */
    static void reference(ObjectNode of, String field, Loop loop, String qualifier) {
        var ref = loop.segment("REF", qualifier);
        if (ref != null) {
            put(of, field, ref.element(2));
        }
    }

    static Segment name(Loop loop) {
        return loop.required("NM1");
    }

    /** A provider of the claim's details; nothing where the claim names none. */
    static void provider(ObjectNode of, String field, @Nullable Loop loop) {
        if (loop != null) {
            of.set(field, person(loop));
        }
    }

    /** A practitioner or another provider: both have these fields. */
    static ObjectNode person(Loop loop) {
        var name = name(loop);
        var person = JSON.objectNode();
        person.put("npi", name.element(9));
        person.put("lastName", name.element(3));
        person.put("firstName", name.element(4));
        put(person, "middleName", name.element(5));
        taxonomy(person, loop.segment("PRV"));
        return person;
    }

    /** The same person has the same id in all of a claim: by NPI, and by name where there is none. */
    static UUID idOf(ObjectNode person) {
        var npi = person.path("npi").asText();
        var known = npi.isEmpty()
                ? person.path("lastName").asText()
                        + ' '
                        + person.path("firstName").asText()
                : npi;
        return idOf(known);
    }

    /** The same for the same words. */
    static UUID idOf(String known) {
        return UUID.nameUUIDFromBytes(known.getBytes(StandardCharsets.UTF_8));
    }

    static void taxonomy(ObjectNode of, @Nullable Segment prv) {
        if (prv != null) {
            put(of, "taxonomyCode", prv.element(3));
        }
    }

    static ObjectNode address(Loop loop) {
        var n3 = loop.segment("N3");
        var n4 = loop.segment("N4");
        var address = JSON.objectNode();
        address.put("line1", n3 == null ? "" : n3.element(1));
        if (n3 != null) {
            put(address, "line2", n3.element(2));
        }
        address.put("city", n4 == null ? "" : n4.element(1));
        address.put("state", n4 == null ? "" : n4.element(2));
        address.put("postalCode", n4 == null ? "" : n4.element(3));
        return address;
    }

    static long cents(Segment segment, int element) {
        try {
            return segment.requiredDecimal(element).movePointRight(CENTS).longValueExact();
        } catch (ArithmeticException e) {
            throw new X12Exception("An amount has more than two decimals");
        }
    }
}
