create or replace function milepost.wilson_low(p_k bigint, p_n bigint) returns double precision
language plpgsql immutable as $$
declare
  p constant double precision := p_k::double precision / nullif(p_n, 0);
  z constant double precision := 1.959963984540054;
begin
  return case when p_n > 0 then (
    p + z * z / (2 * p_n) - z * sqrt(p * (1 - p) / p_n + z * z / (4.0 * p_n * p_n))
  ) / (1 + z * z / p_n) end;
end $$;
comment on function milepost.wilson_low(bigint, bigint) is
  'Lower bound of the 95 % interval of k out of n (Wilson 1927): what a ranking goes by, so that '
  '1 of 1 does not top it. Null for n = 0.';
