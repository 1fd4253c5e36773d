package org.superbill.x12.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The implementation guide of one transaction, read from its description {@code NAME.guide} beside this class. */
public final class Guide {
    public static final Guide PROFESSIONAL_837 = load("837P");
    public static final Guide INSTITUTIONAL_837 = load("837I");
    public static final Guide REMITTANCE_835 = load("835");
    public static final Guide ACKNOWLEDGMENT_999 = load("999");
    public static final Guide CLAIM_ACKNOWLEDGMENT_277CA = load("277CA");

    public static final Guide ELIGIBILITY_INQUIRY_270 = load("270");
    public static final Guide ELIGIBILITY_RESPONSE_271 = load("271");
    public static final Guide STATUS_REQUEST_276 = load("276");
    public static final Guide STATUS_RESPONSE_277 = load("277");

    private static final List<Guide> ALL = List.of(
            PROFESSIONAL_837,
            INSTITUTIONAL_837,
            REMITTANCE_835,
            ACKNOWLEDGMENT_999,
            CLAIM_ACKNOWLEDGMENT_277CA,
            ELIGIBILITY_INQUIRY_270,
            ELIGIBILITY_RESPONSE_271,
            STATUS_REQUEST_276,
            STATUS_RESPONSE_277);

    private final String id;
    private final String transactionCode;
    private final String groupCode;
    private final String unit;
    private final List<String> versions;
    private final LoopDef root;
    private final Map<String, LoopDef> loops = new LinkedHashMap<>();
    private final Set<LoopDef> aboveUnit = new HashSet<>();

    Guide(String id, String transactionCode, String groupCode, String unit, List<String> versions, LoopDef root) {
        this.id = id;
        this.transactionCode = transactionCode;
        this.groupCode = groupCode;
        this.unit = unit;
        this.versions = List.copyOf(versions);
        this.root = root;
        register(root, new HashMap<>());
    }

    private boolean register(LoopDef loop, Map<LoopDef, Boolean> seen) {
        loops.putIfAbsent(loop.id(), loop);
        boolean holdsUnit = false;
        for (var part : loop.parts()) {
            if (part instanceof LoopUse use) {
                var known = seen.get(use.loop());
                holdsUnit |= known != null ? known : register(use.loop(), seen);
            }
        }
        if (holdsUnit) {
            aboveUnit.add(loop);
        }
        boolean isOrHolds = holdsUnit || loop.id().equals(unit);
        seen.put(loop, isOrHolds);
        return isOrHolds;
    }

    private static Guide load(String name) {
        try (InputStream in = Guide.class.getResourceAsStream(name + ".guide")) {
            if (in == null) {
                throw new IllegalStateException("The guide " + name + " is not on the class path");
            }
            return new GuideParser(new String(in.readAllBytes(), StandardCharsets.UTF_8)).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The guide of a transaction set.
     *
     * @param transactionCode ST01
     * @param version ST03, or GS08 where ST03 is empty
     * @return null when the library has no such guide
     */
    public static @Nullable Guide find(String transactionCode, String version) {
        for (var guide : ALL) {
            if (guide.transactionCode.equals(transactionCode) && guide.versions.contains(version)) {
                return guide;
            }
        }
        return null;
    }

    /** Whether any guide has this functional group code (GS01). */
    public static boolean knowsGroup(String groupCode) {
        return ALL.stream().anyMatch(guide -> guide.groupCode.equals(groupCode));
    }

    /** 837P, 837I, 835, 999, 277CA, 270, 271, 276, 277. */
    public String id() {
        return id;
    }

    /** ST01. */
    public String transactionCode() {
        return transactionCode;
    }

    /** GS01. */
    public String groupCode() {
        return groupCode;
    }

    /** The version to send (ST03, GS08): the first of those that are read. */
    public String version() {
        return versions.get(0);
    }

    public List<String> versions() {
        return versions;
    }

    /** The loop that a streaming reader hands over one at a time: a claim (2300), a remittance claim (2100) … */
    public String unit() {
        return unit;
    }

    /** The transaction itself, ST to SE. */
    public LoopDef root() {
        return root;
    }

    /** @throws IllegalArgumentException when the guide has no such loop */
    public LoopDef loop(String loopId) {
        var loop = loops.get(loopId);
        if (loop == null) {
            throw new IllegalArgumentException("Guide " + id + " has no loop " + loopId);
        }
        return loop;
    }

    /** Every loop once, the transaction itself first. */
    public List<LoopDef> loops() {
        return List.copyOf(loops.values());
    }

    /** All guides of the library. */
    public static List<Guide> all() {
        return ALL;
    }

    /** Whether units stand somewhere inside this loop, so that a streaming reader does not keep it. */
    public boolean isAboveUnit(LoopDef loop) {
        return aboveUnit.contains(loop);
    }

    @Override
    public String toString() {
        return "Guide[" + id + "]";
    }
}
