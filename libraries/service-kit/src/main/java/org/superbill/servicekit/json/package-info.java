/** The one JSON dialect of the APIs: strict when it reads, absent instead of null when it writes. */
@NullMarked
package org.superbill.servicekit.json;

import org.jspecify.annotations.NullMarked;
