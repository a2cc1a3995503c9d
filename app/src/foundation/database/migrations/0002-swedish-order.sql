-- Swedish alphabetical order, the same on every server: a collation of the operating system or ICU may be missing, and moves when the
-- machine is upgraded, which silently damages indexes built on it. å, ä and ö come after z; accents that Swedish does not
-- count as letters of their own fall on their base letter. Sort by it with collate "C", and index it the same way.
create function foundation.swedish_order(value text) returns text language sql immutable strict parallel safe
  return translate(lower(value),
    'ÅåÄäÆæÖöØøÉéÈèÊêËëÁáÀàÂâÃãÜüÚúÙùÛûÍíÌìÎîÏïÓóÒòÔôÕõÑñÇç',
    '{{||||}}}}eeeeeeeeaaaaaaaayyuuuuuuiiiiiiiioooooooonncc');
grant execute on function foundation.swedish_order(text) to samband_app;
