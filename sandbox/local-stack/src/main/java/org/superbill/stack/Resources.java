package org.superbill.stack;

import java.io.InputStream;

/** Files that lie beside the classes. */
final class Resources {
    private Resources() {}

    static InputStream open(String name) {
        var in = Resources.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("The jar lacks " + name);
        }
        return in;
    }
}
