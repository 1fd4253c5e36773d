/** Identifiers that sort by the time of their making. */
@NullMarked
package org.superbill.servicekit.ids;

import org.jspecify.annotations.NullMarked;
