package org.portaldesk.console.proxy;

import java.nio.ByteBuffer;

/**
 * A page as the API has drawn it.
 *
 * @param width in pixels, as the file says
 */
record PagePicture(byte[] png, int width, int height) {

    /** Where a PNG says how large it is. */
    private static final int WIDTH_AT = 16;

    private static final int HEIGHT_AT = 20;
    private static final int LETTER_WIDTH = 17;
    private static final int LETTER_HEIGHT = 22;

    static PagePicture of(byte[] png) {
        if (png.length < HEIGHT_AT + Integer.BYTES) {
            return new PagePicture(png, LETTER_WIDTH, LETTER_HEIGHT);
        }
        var header = ByteBuffer.wrap(png);
        return new PagePicture(png, header.getInt(WIDTH_AT), header.getInt(HEIGHT_AT));
    }

    @Override
    public String toString() {
        return "PagePicture[" + width + "×" + height + "]";
    }
}
